import { writeSync } from "node:fs";
import { type FileHandle, mkdir, open, readFile, stat, truncate } from "node:fs/promises";
import { EMPTY_LOG, type LogHead, type Question, type Recovery, readEntry, writeEntry } from "./entry.ts";
import { logFile, logFiles } from "./files.ts";

/** How a log is opened. */
export interface AccessLogOptions {
  /** After so many bytes a new file is begun. */
  readonly rotateAt?: number;
  /** The present, Unix seconds. */
  readonly clock: () => number;
}

interface Waiting {
  readonly content: Question | Recovery;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** The end of a log as found: its head, and the file to go on with. */
interface Tail {
  readonly head: LogHead;
  readonly file: string;
  readonly size: number;
  readonly recoveredBytes: number;
}

const ROTATE_AT = 16 * 1_024 * 1_024;
const SYNC_EVERY_MS = 1_000;

/** A log that does not end with an entry that can be continued. */
class AccessLogError extends Error {
  readonly code = "ACCESS_LOG_DAMAGED";
}

/**
 * Who asked what (访问日志): one line for each question, each with the hash of the line before, so that no line can be changed, left out
 * or put in without every later hash being another. It is only ever appended to.
 *
 * `append` returns once the operating system has the line, before the question is answered: a killed program loses none that was
 * answered. The disk has it within a second.
 */
export class AccessLog {
  readonly #directory: string;
  readonly #rotateAt: number;
  #handle: FileHandle;
  #size: number;
  #head: LogHead;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #unsynced = false;
  readonly #timer: NodeJS.Timeout;

  private constructor(directory: string, rotateAt: number, handle: FileHandle, tail: Tail) {
    this.#directory = directory;
    this.#rotateAt = rotateAt;
    this.#handle = handle;
    this.#size = tail.size;
    this.#head = tail.head;
    this.#timer = setInterval(() => void this.#sync(), SYNC_EVERY_MS).unref();
  }

  /**
   * Opens the log in `directory`, or begins one. What a killed program left of an unfinished line is cut off, and an entry says so.
   *
   * @throws {AccessLogError} when its last whole line is no entry.
   */
  static async open(directory: string, { rotateAt = ROTATE_AT, clock }: AccessLogOptions): Promise<AccessLog> {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const tail = await tailOf(directory);
    if (tail.recoveredBytes > 0) await truncate(tail.file, tail.size);
    const log = new AccessLog(directory, rotateAt, await openForAppending(tail.file), tail);
    if (tail.recoveredBytes > 0) await log.append({ at: clock(), recoveredBytes: tail.recoveredBytes });
    return log;
  }

  /** The last entry that is written. */
  get head(): LogHead {
    return this.#head;
  }

  get directory(): string {
    return this.#directory;
  }

  /** Adds an entry; many that come at once are written together. Rejects when it could not be written: then it is not in the log. */
  append(content: Question | Recovery): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ content, done, failed });
      this.#writing ??= this.#writeAll();
    });
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    while (this.#writing !== undefined) await this.#writing;
    await this.#sync();
    await this.#handle.close();
  }

  async #writeAll(): Promise<void> {
    // All questions of one turn of the event loop are written at once.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#write(batch);
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    // In the same turn as the look at what waits: whoever comes after begins anew.
    this.#writing = undefined;
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    if (this.#size >= this.#rotateAt) await this.#rotate();
    let head = this.#head;
    let text = "";
    for (const { content } of batch) {
      const written = writeEntry(head, content);
      head = written.head;
      text += written.line;
    }
    const bytes = Buffer.from(text);
    try {
      // To the page cache, which takes microseconds; by another thread every answer would wait for that to wake.
      for (let written = 0; written < bytes.length; ) written += writeSync(this.#handle.fd, bytes, written);
    } catch (error) {
      // A part may have been written: the next line must begin where the last whole one ends.
      await this.#handle.truncate(this.#size);
      throw error;
    }
    this.#size += bytes.length;
    this.#head = head;
    this.#unsynced = true;
  }

  async #rotate(): Promise<void> {
    await this.#sync();
    const next = await openForAppending(logFile(this.#directory, this.#head.seq + 1));
    await this.#handle.close();
    this.#handle = next;
    this.#size = 0;
  }

  async #sync(): Promise<void> {
    if (!this.#unsynced) return;
    this.#unsynced = false;
    await this.#handle.datasync();
  }
}

function openForAppending(file: string): Promise<FileHandle> {
  return open(file, "a", 0o600);
}

async function tailOf(directory: string): Promise<Tail> {
  const files = (await logFiles(directory)).toReversed();
  const last = files[0]?.file ?? logFile(directory, 1);
  let recoveredBytes = 0;
  for (const { file } of files) {
    const bytes = await readFile(file);
    const size = bytes.lastIndexOf(0x0a) + 1;
    if (file === last) recoveredBytes = bytes.length - size;
    if (size === 0) continue;
    const line = bytes.subarray(bytes.lastIndexOf(0x0a, size - 2) + 1, size - 1).toString();
    const entry = readEntry(line);
    if (entry === undefined) {
      throw new AccessLogError(
        `the last entry of ${file} is damaged: check the log, and set it aside to begin a new one`,
      );
    }
    const head = { seq: entry.seq, hash: entry.hash };
    return { head, file: last, size: file === last ? size : 0, recoveredBytes };
  }
  const present = await stat(last).catch(() => undefined);
  return { head: EMPTY_LOG, file: last, size: 0, recoveredBytes: present?.size ?? 0 };
}
