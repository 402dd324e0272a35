import { AwsError } from '../errors.ts';
import type { Fields } from '../values.ts';
import { type ServiceModel, shapeOf } from '../wire/shapes.ts';

/**
 * Reads the form body of the query protocols: `Filter.1.Name=vpc-id&Filter.1.Value.1=vpc-1` becomes
 * `{Filters: [{Name: 'vpc-id', Values: ['vpc-1']}]}`. EC2 numbers list items right behind the name, the others put
 * `member` between.
 *
 * @throws AwsError `UnknownParameter` for a parameter that the operation does not have
 */
export function readForm(model: ServiceModel, operation: string, body: string): Fields {
  const parameters = new URLSearchParams(body);
  parameters.delete('Action');
  parameters.delete('Version');
  const input = new FormReader(model, parameters).read(model.operations[operation]?.input ?? '', '');
  const [unknown] = parameters.keys();
  if (unknown !== undefined) {
    throw new AwsError('UnknownParameter', `The parameter ${unknown} is not recognized`);
  }
  return typeof input === 'object' && input !== null ? { ...input } : {};
}

class FormReader {
  readonly #model: ServiceModel;
  /** Read parameters are taken out, so that what is left is unknown. */
  readonly #parameters: URLSearchParams;

  constructor(model: ServiceModel, parameters: URLSearchParams) {
    this.#model = model;
    this.#parameters = parameters;
  }

  /** @returns undefined when no parameter speaks of the value at `key` */
  read(ref: string, key: string): unknown {
    const shape = shapeOf(this.#model, ref);
    if ('members' in shape) {
      const members = Object.entries(shape.members)
        .map(([member, [name, memberRef]]) => [member, this.read(memberRef, key === '' ? name : `${key}.${name}`)])
        .filter(([, value]) => value !== undefined);
      return members.length === 0 ? undefined : Object.fromEntries(members);
    }
    if ('item' in shape) {
      const prefix = this.#model.protocol === 'ec2' ? key : `${key}.member`;
      const items: unknown[] = [];
      for (;;) {
        const item = this.read(shape.item[1], `${prefix}.${items.length + 1}`);
        if (item === undefined) return items.length === 0 ? undefined : items;
        items.push(item);
      }
    }
    const text = this.#parameters.get(key);
    if (text === null) return undefined;
    this.#parameters.delete(key);
    const type = 'type' in shape ? shape.type : 'string';
    if (type === 'boolean') return text === 'true';
    return type === 'integer' || type === 'long' ? Number(text) : text;
  }
}

/** The operation that a form names. */
export const formAction = (body: string): string => new URLSearchParams(body).get('Action') ?? '';
