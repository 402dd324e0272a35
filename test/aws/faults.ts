import type { Call, PageFaults } from './call.ts';
import { type AwsError, denied, failed, throttled } from './errors.ts';
import { type Fields, textAt } from './values.ts';

/**
 * What goes wrong with matching requests:
 *
 * - `deny`, `throttle`, `fail`: the service's own error, instead of an answer
 * - `slow`: the answer comes after `milliseconds`
 * - `truncate`: the connection breaks in the middle of the answer's body
 * - `repeatToken`: every page names a next one, and from the second on by the token that led to it
 * - `duplicate`: every page but the first starts with the last item of the one before
 */
export type FaultKind = 'deny' | 'throttle' | 'fail' | 'slow' | 'truncate' | 'repeatToken' | 'duplicate';

export interface Fault {
  readonly kind: FaultKind;
  /** `ec2:DescribeSubnets`, `ec2:*` or `*`. */
  readonly action: string;
  /** Any account when absent; likewise Region. */
  readonly accountId?: string;
  readonly region?: string;
  /** Looks at the input, for a fault that strikes one directory or one role only. */
  readonly when?: (input: Fields) => boolean;
  /** First matching request that is struck, from 1. Retries are requests. */
  readonly from?: number;
  /** How many are struck; without it, all. */
  readonly times?: number;
  /** For `slow`. */
  readonly milliseconds?: number;
}

/** What strikes one request. */
export interface Strike {
  readonly kinds: ReadonlySet<FaultKind>;
  readonly milliseconds: number;
}

/** Counts the requests that each fault matches and says which are struck. */
export class FaultPlan {
  readonly #faults: readonly Fault[];
  readonly #matched: number[];

  constructor(faults: readonly Fault[]) {
    this.#faults = faults;
    this.#matched = faults.map(() => 0);
  }

  /** Counts the call; so ask once for each request. */
  strike(call: Call): Strike {
    const striking = this.#faults.filter((fault, index) => matches(fault, call) && this.#counts(fault, index));
    return {
      kinds: new Set(striking.map(({ kind }) => kind)),
      milliseconds: striking.reduce((sum, { milliseconds = 0 }) => sum + milliseconds, 0),
    };
  }

  #counts({ from = 1, times = Number.POSITIVE_INFINITY }: Fault, index: number): boolean {
    const number = (this.#matched[index] ?? 0) + 1;
    this.#matched[index] = number;
    return number >= from && number < from + times;
  }
}

function matches({ action, accountId, region, when }: Fault, call: Call): boolean {
  return (
    (action === '*' || action === call.action || action === `${call.service}:*`) &&
    (accountId === undefined || accountId === call.accountId) &&
    (region === undefined || region === call.region) &&
    (when === undefined || when(call.input))
  );
}

/** The error that a strike answers with, if any. */
export function errorOf({ kinds }: Strike, { service, action, callerArn, input }: Call): AwsError | undefined {
  if (kinds.has('deny')) return denied(service, action, callerArn, textAt(input, 'RoleArn'));
  if (kinds.has('throttle')) return throttled(service);
  return kinds.has('fail') ? failed(service) : undefined;
}

export const pageFaultsOf = ({ kinds }: Strike): PageFaults => ({
  repeatToken: kinds.has('repeatToken'),
  duplicate: kinds.has('duplicate'),
});
