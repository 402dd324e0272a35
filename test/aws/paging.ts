import { createHash } from 'node:crypto';
import type { Call, Surroundings } from './call.ts';
import { AwsError, badToken } from './errors.ts';
import { type Fields, textAt } from './values.ts';
import { membersOf, type OperationModel, type ServiceModel, shapeOf } from './wire/shapes.ts';

/** Inputs that say how many items a page may have, as the services call them. */
const sizeMembers = ['Limit', 'MaxResults'] as const;

export interface Page {
  readonly items: readonly Fields[];
  readonly NextToken?: string;
}

/**
 * Cuts a page out of a whole answer. An operation without NextToken in AWS's model answers with everything.
 *
 * @param usual page size when the caller names none; undefined means everything, as EC2 does
 * @throws AwsError for a page size that the service refuses, or a token that it did not issue for this very question
 */
export function pageOf(
  items: readonly Fields[],
  call: Call,
  model: ServiceModel,
  operation: OperationModel,
  usual: number | undefined,
  { pageSize, pageFaults }: Pick<Surroundings, 'pageSize' | 'pageFaults'>,
): Page {
  if (!('NextToken' in membersOf(model, operation.output))) return { items };
  const asked = askedSize(call, model, operation) ?? usual;
  const size = asked === undefined ? items.length : Math.min(asked, pageSize ?? asked);
  const from = offsetOf(call);
  const overlap = pageFaults.duplicate && from > 0 ? 1 : 0;
  const page = items.slice(from - overlap, from + size);
  if (pageFaults.repeatToken) return { items: page, NextToken: textAt(call.input, 'NextToken') ?? tokenOf(call, size) };
  return from + size < items.length ? { items: page, NextToken: tokenOf(call, from + size) } : { items: page };
}

function askedSize(call: Call, model: ServiceModel, operation: OperationModel): number | undefined {
  const inputs = membersOf(model, operation.input);
  for (const member of sizeMembers) {
    const size = call.input[member];
    const reference = inputs[member];
    if (typeof size !== 'number' || reference === undefined) continue;
    const shape = shapeOf(model, reference[1]);
    const { min = 1, max = Number.POSITIVE_INFINITY } = 'type' in shape ? shape : {};
    // Directory Service reads a limit of 0 as its own maximum.
    if (size === 0 && min === 0) return undefined;
    if (size < min || size > max) throw refusedSize(call.service, member, size, min, max);
    return size;
  }
  return undefined;
}

function refusedSize(service: string, member: string, size: number, min: number, max: number): AwsError {
  const wire = `${member.charAt(0).toLowerCase()}${member.slice(1)}`;
  const bound = size < min ? `greater than or equal to ${min}` : `less than or equal to ${max}`;
  return service === 'ec2'
    ? new AwsError('InvalidParameterValue', `Value ( ${size} ) for parameter ${wire} is invalid. Expecting ${bound}.`)
    : new AwsError(
        'ValidationException',
        `1 validation error detected: Value '${size}' at '${wire}' failed to satisfy constraint: Member must have value ${bound}`,
      );
}

/** A token carries its place and is good only for the question that it answers. */
function tokenOf(call: Call, offset: number): string {
  return Buffer.from(JSON.stringify([offset, questionOf(call)])).toString('base64');
}

function offsetOf(call: Call): number {
  const token = textAt(call.input, 'NextToken');
  if (token === undefined) return 0;
  const offset = /^\[(\d+),"(\w+)"\]$/.exec(Buffer.from(token, 'base64').toString('utf8'));
  if (offset?.[1] === undefined || offset[2] !== questionOf(call)) throw badToken(call.service);
  return Number(offset[1]);
}

function questionOf({ accountId, region, action, input }: Call): string {
  const { NextToken: _, Limit: __, MaxResults: ___, ...question } = input;
  return createHash('sha256')
    .update(JSON.stringify([accountId, region, action, question]))
    .digest('hex')
    .slice(0, 16);
}
