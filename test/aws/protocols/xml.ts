import { isFields } from '../values.ts';
import { type ServiceModel, shapeOf } from '../wire/shapes.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // A reader turns a bare carriage return into a line feed.
  '\r': '&#13;',
};

export const escapeXml = (text: string): string => text.replace(/[&<>"'\r]/g, (character) => escapes[character] ?? '');

export const element = (name: string, content: string): string =>
  content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`;

/** The content of an element: each present member as an element under its wire name, lists of items within one. */
export function toXml(model: ServiceModel, ref: string, value: unknown): string {
  const shape = shapeOf(model, ref);
  if ('members' in shape && isFields(value)) {
    return Object.entries(shape.members)
      .map(([member, [name, memberRef]]) => {
        const content = value[member];
        return content === undefined || content === null ? '' : element(name, toXml(model, memberRef, content));
      })
      .join('');
  }
  if ('item' in shape && Array.isArray(value)) {
    const [name, itemRef] = shape.item;
    return value.map((item) => element(name, toXml(model, itemRef, item))).join('');
  }
  return escapeXml(String(value));
}
