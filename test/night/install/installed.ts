import { readFile } from 'node:fs/promises';

/** The text of a file; undefined when there is none. */
export const content = (file: string): Promise<string | undefined> => readFile(file, 'utf8').catch(() => undefined);
