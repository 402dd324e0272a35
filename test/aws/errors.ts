/** An error that an AWS service answers with. */
export class AwsError extends Error {
  readonly code: string;
  /** HTTP status. */
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** The codes that differ from service to service though they say the same. */
interface Dialect {
  readonly denied: readonly [code: string, status: number];
  readonly throttled: readonly [code: string, status: number];
  readonly failed: readonly [code: string, status: number];
  readonly unknownOperation: readonly [code: string, status: number];
  readonly unknownKey: readonly [code: string, status: number];
  readonly badToken: string;
}

const json: Dialect = {
  denied: ['AccessDeniedException', 400],
  throttled: ['ThrottlingException', 400],
  failed: ['InternalFailure', 500],
  unknownOperation: ['UnknownOperationException', 400],
  unknownKey: ['UnrecognizedClientException', 400],
  badToken: 'InvalidParameterValuesException',
};

const dialects: Readonly<Record<string, Dialect>> = {
  workspaces: json,
  ds: { ...json, failed: ['ServiceException', 500], badToken: 'InvalidNextTokenException' },
  ec2: {
    denied: ['UnauthorizedOperation', 403],
    throttled: ['RequestLimitExceeded', 503],
    failed: ['InternalError', 500],
    unknownOperation: ['InvalidAction', 400],
    unknownKey: ['AuthFailure', 401],
    badToken: 'InvalidParameterValue',
  },
  sts: {
    denied: ['AccessDenied', 403],
    throttled: ['Throttling', 400],
    failed: ['InternalFailure', 500],
    unknownOperation: ['InvalidAction', 400],
    unknownKey: ['InvalidClientTokenId', 403],
    badToken: 'ValidationError',
  },
};

const dialectOf = (service: string): Dialect => dialects[service] ?? json;

/** @param resource of the denied call, such as a role's ARN; most describe calls know none but `*` */
export function denied(service: string, action: string, callerArn: string, resource = '*'): AwsError {
  const [code, status] = dialectOf(service).denied;
  const sentence = `User: ${callerArn} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
  const preamble = service === 'ec2' ? 'You are not authorized to perform this operation. ' : '';
  return new AwsError(code, `${preamble}${sentence}`, status);
}

export function throttled(service: string): AwsError {
  const [code, status] = dialectOf(service).throttled;
  return new AwsError(code, service === 'ec2' ? 'Request limit exceeded.' : 'Rate exceeded', status);
}

export function failed(service: string): AwsError {
  const [code, status] = dialectOf(service).failed;
  return new AwsError(code, 'An internal error has occurred', status);
}

export function unknownOperation(service: string, operation: string): AwsError {
  const [code, status] = dialectOf(service).unknownOperation;
  return new AwsError(code, `The action ${operation} is not valid for this web service.`, status);
}

export function unknownKey(service: string): AwsError {
  const [code, status] = dialectOf(service).unknownKey;
  return new AwsError(code, 'The security token included in the request is invalid.', status);
}

export function badToken(service: string): AwsError {
  return new AwsError(dialectOf(service).badToken, 'The next token is not valid.');
}
