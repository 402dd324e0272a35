import { isFields } from '../values.ts';
import { type ServiceModel, shapeOf } from './shapes.ts';

/**
 * Refuses a value that the service could not have sent: a member that its model does not know, a number where a string
 * belongs. Without this a misspelt fixture would lose members on the wire and tests would pass for the wrong reason.
 *
 * @param path where the value stands, for the message
 * @throws Error naming the path
 */
export function checkValue(model: ServiceModel, ref: string, value: unknown, path: string): void {
  const shape = shapeOf(model, ref);
  const refuse = (problem: string) => new Error(`AWS double: ${path} ${problem}`);
  if ('members' in shape) {
    if (!isFields(value)) throw refuse(`must be an object (${ref})`);
    for (const [member, content] of Object.entries(value)) {
      const reference = shape.members[member];
      if (reference === undefined) throw refuse(`has the member ${member}, which AWS's model of ${ref} does not have`);
      if (content !== undefined && content !== null) checkValue(model, reference[1], content, `${path}.${member}`);
    }
  } else if ('item' in shape) {
    if (!Array.isArray(value)) throw refuse('must be a list');
    for (const [index, item] of value.entries()) checkValue(model, shape.item[1], item, `${path}[${index}]`);
  } else if ('value' in shape) {
    if (!isFields(value)) throw refuse('must be a map');
    for (const [key, item] of Object.entries(value)) checkValue(model, shape.value, item, `${path}.${key}`);
  } else if (!isScalar(shape.type, value)) {
    throw refuse(`must be a ${shape.type}, and is ${JSON.stringify(value)}`);
  }
}

function isScalar(type: string, value: unknown): boolean {
  if (type === 'string') return typeof value === 'string';
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'timestamp') return typeof value === 'string' && !Number.isNaN(Date.parse(value));
  if (type === 'integer' || type === 'long') return Number.isSafeInteger(value);
  if (type === 'double' || type === 'float') return typeof value === 'number';
  return false;
}
