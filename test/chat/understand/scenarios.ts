import { readdirSync, readFileSync } from 'node:fs';

/** What is typed, and what is understood of it, as `show` writes it. */
export interface TypedScenario {
  readonly file: string;
  readonly name: string;
  readonly typed: string;
  readonly expected: readonly string[];
}

const directory = new URL('./', import.meta.url);

const typedOf = (line: string): string =>
  line
    .slice('> '.length)
    .replaceAll('\\t', '\t')
    .replaceAll('\\n', '\n')
    .replace(/\\u\{([0-9a-f]+)\}/g, (_whole, point: string) => String.fromCodePoint(Number.parseInt(point, 16)));

/**
 * A scenario is a line `> what is typed` and what is understood; an empty line ends it. Lines that begin with `#` say
 * what the next ones are about. In what is typed, `\t`, `\n` and `\u{…}` stand for characters that one would not see.
 */
export function readTypedScenarios(): readonly TypedScenario[] {
  const files = readdirSync(directory).filter((name) => name.endsWith('.txt'));
  return files.flatMap((file) => {
    const blocks = readFileSync(new URL(file, directory), 'utf8').split(/\n{2,}/);
    return blocks.flatMap((block) => {
      const [name = '', ...expected] = block.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
      return name === '' ? [] : [{ file, name, typed: typedOf(name), expected }];
    });
  });
}
