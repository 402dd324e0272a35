import type { Call } from './call.ts';
import { type Identity, KeyRing } from './credentials.ts';
import { AwsError, unknownKey, unknownOperation } from './errors.ts';
import { Estate, type EstateSnapshot } from './estate.ts';
import { errorOf, type Fault, FaultPlan, pageFaultsOf, type Strike } from './faults.ts';
import { checkEstate } from './fixture-check.ts';
import { operations } from './operations/index.ts';
import { stsOperations } from './operations/sts.ts';
import { protocolOf } from './protocols/index.ts';
import type { Protocol } from './protocols/protocol.ts';
import { type Delivery, serve } from './server.ts';
import { signatureOf } from './signature.ts';
import type { Fields } from './values.ts';
import type { ServiceModel } from './wire/shapes.ts';

export interface DoubleOptions {
  readonly snapshots: readonly EstateSnapshot[];
  readonly faults?: readonly Fault[];
  /** At most so many items a page where the operation pages, so that a small estate has many pages. */
  readonly pageSize?: number;
}

/** One request that reached the double, retries included. */
export interface RecordedRequest {
  readonly accountId: string;
  readonly region: string;
  readonly service: string;
  readonly operation: string;
  /** IAM action: `ec2:DescribeSubnets`. */
  readonly action: string;
  readonly input: Fields;
  /** Error code that was answered, or `ok`. */
  readonly outcome: string;
}

export interface AwsDouble {
  /** For the SDK's `endpoint`, or AWS_ENDPOINT_URL. */
  readonly url: string;
  /** In order of arrival; grows. */
  readonly requests: readonly RecordedRequest[];
  stop(): Promise<void>;
}

/**
 * Starts AWS on the loopback address: the accounts and Regions of the snapshots, through the real wire protocols.
 * Sign requests with `credentialsOf(accountId)`.
 *
 * @throws Error when a resource has a member that AWS's model lacks
 */
export async function startAwsDouble({ snapshots, faults = [], pageSize }: DoubleOptions): Promise<AwsDouble> {
  const estate = new Estate(snapshots);
  checkEstate(estate);
  const keys = new KeyRing();
  const served = { ...operations, ...stsOperations(keys) };
  const plan = new FaultPlan(faults);
  const requests: RecordedRequest[] = [];

  function perform(call: Call, strike: Strike): Fields {
    const error = errorOf(strike, call);
    if (error !== undefined) throw error;
    const operation = served[call.action];
    if (operation === undefined) throw unknownOperation(call.service, call.operation);
    return operation(call, { estate, pageSize, pageFaults: pageFaultsOf(strike) });
  }

  const { url, stop } = await serve((headers, body): Delivery => {
    const signature = signatureOf(headers.authorization);
    const { service, region } = signature;
    const { model, protocol } = protocolOf(service);
    const operation = protocol.operation({ 'x-amz-target': `${headers['x-amz-target'] ?? ''}` }, body);
    const identity = keys.identify(signature.accessKeyId, `${headers['x-amz-security-token'] ?? ''}`);
    const seen = {
      accountId: identity?.accountId ?? '',
      region,
      service,
      operation,
      action: `${service}:${operation}`,
    };
    const requestId = `00000000-0000-4000-8000-${String(requests.length + 1).padStart(12, '0')}`;
    let input: Fields = {};
    let strike: Strike = { kinds: new Set(), milliseconds: 0 };
    try {
      const caller = knownCaller(identity, estate, service);
      input = readInput(protocol, model, operation, service, body);
      const partition = estate.partitionOf(caller.accountId);
      const call: Call = { ...seen, ...caller, partition, input, callerArn: `arn:${partition}:${caller.arn}` };
      strike = plan.strike(call);
      const output = perform(call, strike);
      requests.push({ ...seen, input, outcome: 'ok' });
      return deliver(protocol.output(model, operation, output, requestId), strike);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      requests.push({ ...seen, input, outcome: error.code });
      return deliver(protocol.error(error, requestId), strike);
    }
  });
  return { url, requests, stop };
}

function knownCaller(identity: Identity | undefined, estate: Estate, service: string): Identity {
  if (identity === undefined || !estate.has(identity.accountId)) throw unknownKey(service);
  return identity;
}

function readInput(protocol: Protocol, model: ServiceModel, operation: string, service: string, body: string): Fields {
  if (model.operations[operation] === undefined) throw unknownOperation(service, operation);
  return protocol.input(model, operation, body);
}

const deliver = (answer: Delivery['answer'], { kinds, milliseconds }: Strike): Delivery => ({
  answer,
  milliseconds,
  truncate: kinds.has('truncate'),
});
