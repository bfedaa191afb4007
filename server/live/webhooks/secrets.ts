import { createHmac, randomBytes } from "node:crypto";
import { mkdir, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";

const KEY_BYTES = 32;

/** A key file that cannot be used. */
class WebhookKeyError extends Error {
  readonly code = "WEBHOOK_KEY_INVALID";
}

/**
 * The key that the secrets of all subscriptions are made from. No secret is kept anywhere: each is made anew when something is to be
 * signed, from this key, the subscription's id and the number of its secret.
 */
export class WebhookKey {
  readonly #key: Buffer;

  /** @param key 32 random bytes. */
  constructor(key: Buffer) {
    this.#key = key;
  }

  /**
   * Reads the key in `file`, or makes one that only the owner of this process may read.
   *
   * @throws {WebhookKeyError} when the file holds no key.
   */
  static async in(file: string): Promise<WebhookKey> {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    try {
      const handle = await open(file, "wx", 0o600);
      try {
        await handle.writeFile(`${randomBytes(KEY_BYTES).toString("base64")}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const key = Buffer.from(await readFile(file, "utf8"), "base64");
    if (key.length === KEY_BYTES) return new WebhookKey(key);
    throw new WebhookKeyError(
      `${file} holds no key of ${KEY_BYTES} bytes: restore it, or remove it and rotate all secrets`,
    );
  }

  /** The secret of a subscription, as its receiver is given it. */
  secretOf(subscription: string, generation: number): string {
    return `whsec_${this.#made(`secret of ${subscription}, ${generation}`).toString("base64")}`;
  }

  /** Tells this key from others, and nothing else. */
  get fingerprint(): string {
    return this.#made("fingerprint").toString("hex", 0, 8);
  }

  #made(purpose: string): Buffer {
    return createHmac("sha256", this.#key).update(purpose).digest();
  }
}
