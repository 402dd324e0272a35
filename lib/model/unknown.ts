/**
 * A value that could not be determined. It is never handed to the rule engine as a value:
 * a rule whose verdict depends on it is INSUFFICIENT_DATA.
 */
export class Unknown {
  /** One clause without a full stop that says why, naming the operation or the member's path. */
  readonly reason: string;
  /** The operations that were not completely read; empty when the read was complete but a member is absent or odd. */
  readonly operations: readonly string[];

  constructor(reason: string, operations: readonly string[] = []) {
    this.reason = reason;
    this.operations = operations;
  }
}

export const isUnknown = (value: unknown): value is Unknown => value instanceof Unknown;

/** A number of which only a lower bound is known, because more may exist than was read. */
export class AtLeast extends Unknown {
  readonly floor: number;

  constructor(floor: number, unknown: Unknown) {
    super(unknown.reason, unknown.operations);
    this.floor = floor;
  }
}
