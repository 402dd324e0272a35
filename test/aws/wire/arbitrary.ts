import * as fc from 'fast-check';
import { type ServiceModel, shapeOf } from './shapes.ts';

/** Members of AWS's model that are newer than the installed SDK, which drops them; empty this when it is updated. */
const beyondSdk: ReadonlySet<string> = new Set([
  'ClientExperiencePolicy',
  'EnableEndUserAdvisor',
  'NestedVirtualization',
  'NestedVirtualizationEnabled',
  'WorkspaceOsUserMode',
]);

/** Any text that XML and JSON both carry: no control characters and no lone surrogates. */
const text = fc.string({ unit: 'grapheme', maxLength: 12 });

/** Any value that a shape allows, every member present or absent. */
export function anyValue(model: ServiceModel, ref: string): fc.Arbitrary<unknown> {
  const shape = shapeOf(model, ref);
  if ('members' in shape) return anyFields(model, ref);
  if ('item' in shape) return fc.array(anyValue(model, shape.item[1]), { maxLength: 2 });
  if ('value' in shape) return fc.dictionary(text, anyValue(model, shape.value), { maxKeys: 2, noNullPrototype: true });
  return anyScalar(shape.type);
}

/** Any value of a structure. */
export function anyFields(model: ServiceModel, ref: string): fc.Arbitrary<Record<string, unknown>> {
  const shape = shapeOf(model, ref);
  if (!('members' in shape)) throw new Error(`${ref} is not a structure`);
  const members = Object.entries(shape.members)
    .filter(([member]) => !beyondSdk.has(member))
    .map(([member, [, memberRef]]) => [member, anyValue(model, memberRef)]);
  return fc.record(Object.fromEntries(members), { requiredKeys: [], noNullPrototype: true });
}

function anyScalar(type: string): fc.Arbitrary<unknown> {
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer' || type === 'long') return fc.integer();
  if (type === 'timestamp') {
    return fc
      .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
  }
  if (type === 'string') return text;
  throw new Error(`no values of type ${type}`);
}
