import { AwsError } from '../errors.ts';
import { isFields } from '../values.ts';
import { type ServiceModel, shapeOf } from '../wire/shapes.ts';
import type { Answer, Protocol } from './protocol.ts';

/** AWS JSON 1.1: the operation in a header, member names as they are, dates as seconds since 1970. */
export const jsonProtocol: Protocol = {
  operation: (headers) => headers['x-amz-target']?.split('.')[1] ?? '',
  input(_model, _operation, body) {
    const input: unknown = JSON.parse(body === '' ? '{}' : body);
    if (!isFields(input)) throw new AwsError('SerializationException', 'The request body is not an object.');
    return input;
  },
  output(model, operation, output, requestId) {
    const ref = model.operations[operation]?.output ?? '';
    return answer(200, toWire(model, ref, output), requestId);
  },
  error: (error, requestId) => answer(error.status, { __type: error.code, message: error.message }, requestId),
};

function answer(status: number, content: unknown, requestId: string): Answer {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': requestId },
    body: JSON.stringify(content),
  };
}

function toWire(model: ServiceModel, ref: string, value: unknown): unknown {
  const shape = shapeOf(model, ref);
  if ('members' in shape && isFields(value)) {
    const wire: Record<string, unknown> = {};
    for (const [member, [name, memberRef]] of Object.entries(shape.members)) {
      const content = value[member];
      if (content !== undefined && content !== null) wire[name] = toWire(model, memberRef, content);
    }
    return wire;
  }
  if ('item' in shape && Array.isArray(value)) return value.map((item) => toWire(model, shape.item[1], item));
  if ('type' in shape && shape.type === 'timestamp' && typeof value === 'string') return Date.parse(value) / 1000;
  return value;
}
