/** When something happened that is asked for, Unix seconds. */
export interface WhenFilter {
  /** At this instant or later. */
  readonly from?: number | undefined;
  /** Before this instant. */
  readonly to?: number | undefined;
}

/** Whether something happened when it is asked for. */
export function happened(at: number, { from = 0, to = Number.MAX_SAFE_INTEGER }: WhenFilter): boolean {
  return at >= from && at < to;
}
