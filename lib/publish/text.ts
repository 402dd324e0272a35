export { cut, plain } from '../model/text.ts';

/** Bytes in UTF-8 of a value as JSON. */
export const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
