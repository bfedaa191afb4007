/** What is to be closed: last opened first, once. */
export class Closing {
  readonly #steps: (() => Promise<void>)[] = [];
  #run: Promise<void> | undefined;

  add(step: () => Promise<void>): void {
    this.#steps.unshift(step);
  }

  run(): Promise<void> {
    this.#run ??= this.#each();
    return this.#run;
  }

  async #each(): Promise<void> {
    for (const step of this.#steps) await step();
  }
}
