/** Why a service did not take what was sent: its error code, and what it says. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/**
 * Codes that say "you may not": a missing permission, expired or unknown keys, or a Region that the account has not
 * opted in to.
 */
const denials: ReadonlySet<string> = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AuthFailure',
  'AuthorizationError',
  'AuthorizationErrorException',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'KMSAccessDenied',
  'KMSAccessDeniedException',
  'NotAuthorized',
  'OptInRequired',
  'UnauthorizedException',
  'UnrecognizedClientException',
]);

export const isDenial = ({ code }: Refusal): boolean => denials.has(code);

/** @param error whatever an SDK call threw; its `name` is the service's error code */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof Error)) return { code: 'Unknown', message: String(error) };
  const code = codeOf(error);
  // The SDK adds a hint for its own developers on a second line.
  const [message = ''] = error.message.split('\n');
  return { code, message: message === '' ? code : message };
}

/** Connection errors are plain `Error`s whose `code` (ENOTFOUND) says more than their name. */
function codeOf(error: Error): string {
  const generic = error.name === 'Error' || error.name === 'AggregateError' || error.name === 'TypeError';
  return generic && 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
