import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { understand } from '../../../lib/chat/index.ts';
import { show } from './show.ts';
import { vocabulary } from './vocabulary.ts';

/**
 * A scenario is a line `> what is typed` and what is understood, as `show` writes it; an empty line ends it. Lines that
 * begin with `#` say what the next ones are about. In what is typed, `\t`, `\n` and `\u{…}` stand for characters that
 * one would not see.
 */
const directory = new URL('./', import.meta.url);

const typedOf = (line: string): string =>
  line
    .slice('> '.length)
    .replaceAll('\\t', '\t')
    .replaceAll('\\n', '\n')
    .replace(/\\u\{([0-9a-f]+)\}/g, (_whole, point: string) => String.fromCodePoint(Number.parseInt(point, 16)));

for (const file of readdirSync(directory).filter((name) => name.endsWith('.txt'))) {
  describe(file, () => {
    const blocks = readFileSync(new URL(file, directory), 'utf8').split(/\n{2,}/);
    for (const block of blocks) {
      const [typed = '', ...expected] = block.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
      if (typed === '') continue;
      test(typed, () => {
        expect(show(understand(typedOf(typed), vocabulary))).toEqual(expected);
      });
    }
  });
}
