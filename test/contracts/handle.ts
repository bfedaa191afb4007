/** A contract of ethers whose members are typed by the contract's ABI. */
import type { BaseContract, BigNumberish, ContractRunner, ContractTransactionResponse } from "ethers";

interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly components?: readonly Parameter[];
}

interface AbiFunction {
  readonly type: "function";
  readonly name: string;
  readonly stateMutability: string;
  readonly inputs: readonly Parameter[];
  readonly outputs: readonly Parameter[];
}

type Structure<P extends Parameter, Number> = {
  [C in NonNullable<P["components"]>[number] as C["name"]]: Value<C, Number>;
};

type Scalar<Type extends string, Number> = Type extends "bool"
  ? boolean
  : Type extends `uint${string}` | `int${string}`
    ? Number
    : string;

type Value<P extends Parameter, Number> = P["type"] extends "tuple[]"
  ? Structure<P, Number>[]
  : P["type"] extends "tuple"
    ? Structure<P, Number>
    : P["type"] extends `${infer Item}[]`
      ? Scalar<Item, Number>[]
      : Scalar<P["type"], Number>;

type Arguments<Inputs extends readonly Parameter[]> = { -readonly [I in keyof Inputs]: Value<Inputs[I], BigNumberish> };

type Returned<Outputs extends readonly Parameter[]> = Outputs extends readonly []
  ? undefined
  : Outputs extends readonly [infer Only extends Parameter]
    ? Value<Only, bigint>
    : { -readonly [I in keyof Outputs]: Value<Outputs[I], bigint> };

interface Method<F extends AbiFunction> {
  (
    ...args: Arguments<F["inputs"]>
  ): Promise<F["stateMutability"] extends "view" | "pure" ? Returned<F["outputs"]> : ContractTransactionResponse>;
  staticCall(...args: Arguments<F["inputs"]>): Promise<Returned<F["outputs"]>>;
  estimateGas(...args: Arguments<F["inputs"]>): Promise<bigint>;
}

type Functions<Abi extends readonly { readonly type: string }[]> = Extract<Abi[number], AbiFunction>;

/** What `ethers.deployContract` returns, typed. An overloaded function is reached with `getFunction`. */
export type Handle<Abi extends readonly { readonly type: string }[]> = Omit<BaseContract, "connect"> & {
  connect(runner: ContractRunner): Handle<Abi>;
} & { [F in Functions<Abi> as F["name"]]: Method<F> };

/** What a function of the ABI takes as its argument number `Index`. */
export type ArgumentOf<
  Abi extends readonly { readonly type: string }[],
  Name extends Functions<Abi>["name"],
  Index extends number,
> = Arguments<Extract<Functions<Abi>, { name: Name }>["inputs"]>[Index];
