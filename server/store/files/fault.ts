/** A file of the database that is not as LevelDB wrote it. */
export class FileFault extends Error {
  readonly code = "FILE_FAULT";

  constructor(message: string) {
    super(message);
    this.name = "FileFault";
  }
}
