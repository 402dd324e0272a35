/** Why an AWS call did not answer, in the words of the coverage line. */
export interface Failure {
  readonly status: 'denied' | 'failed';
  readonly errorCode: string;
  readonly message: string;
}

/**
 * Codes that say "you may not", as the three services word it: JSON services answer `AccessDeniedException`, EC2
 * `UnauthorizedOperation` (an explicit deny has the same code), and `AuthFailure` or `OptInRequired` where the account
 * may not use the Region or service at all.
 */
const denials: ReadonlySet<string> = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AuthFailure',
  'AuthorizationError',
  'NotAuthorized',
  'OptInRequired',
  'UnauthorizedAccess',
  'UnauthorizedException',
  'UnauthorizedOperation',
]);

/** A page that AWS did not give. It ends up in the coverage; any other error ends the collection. */
export class CallFailure extends Error {
  readonly failure: Failure;
  /** Calls beyond the first, before the SDK gave up. */
  readonly throttles: number;

  constructor(failure: Failure, throttles: number) {
    super(`${failure.errorCode}: ${failure.message}`);
    this.name = 'CallFailure';
    this.failure = failure;
    this.throttles = throttles;
  }

  /** @param error whatever an SDK call threw */
  static of(error: unknown): CallFailure {
    return new CallFailure(describeFailure(error), repetitionsOf(error));
  }
}

/** A token came back that was already used: following it would never end. */
export class RepeatedTokenError extends Error {
  constructor(operation: string) {
    super(`${operation} returned a NextToken for the second time; the pages after it were not read`);
    this.name = 'RepeatedNextToken';
  }
}

/** An item came back without the member that identifies it, so it cannot be kept. */
export class MissingIdError extends Error {
  constructor(operation: string) {
    super(`${operation} returned an item without its id; the item was not kept`);
    this.name = 'MissingId';
  }
}

/**
 * @param error whatever an SDK call threw; its `name` is the service's error code
 * @returns the failure to record; never throws
 */
export function describeFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { status: 'failed', errorCode: 'Unknown', message: String(error) };
  const errorCode = codeOf(error);
  // The SDK adds a hint for its own developers on a second line.
  const [message = ''] = error.message.split('\n');
  return {
    status: denials.has(errorCode) ? 'denied' : 'failed',
    errorCode,
    // Network errors of several addresses carry their text in `code` alone.
    message: message === '' ? errorCode : message,
  };
}

/** How often the SDK repeated a call before it gave up, as its error tells. */
function repetitionsOf(error: unknown): number {
  if (!(error instanceof Error) || !('$metadata' in error)) return 0;
  const metadata = error.$metadata;
  if (typeof metadata !== 'object' || metadata === null || !('attempts' in metadata)) return 0;
  return typeof metadata.attempts === 'number' ? metadata.attempts - 1 : 0;
}

/** The service's code. Connection errors are plain `Error`s whose `code` (ECONNREFUSED, ENOTFOUND) says more than their name. */
function codeOf(error: Error): string {
  // Something that is not the service answered: a proxy's page, or a cut-off body.
  if (error.name === 'SyntaxError') return 'UnreadableResponse';
  const generic = error.name === 'Error' || error.name === 'AggregateError' || error.name === 'TypeError';
  if (generic && 'code' in error && typeof error.code === 'string') return error.code;
  return error.name;
}
