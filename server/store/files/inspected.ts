/** How much of a database's files was inspected. */
export interface Inspected {
  readonly bytes: number;
  /** Of all its tables; its logs are small beside them. */
  readonly total: number;
}
