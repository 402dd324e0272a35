import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { run } from './run.ts';
import { demo, makeWorkplace } from './workplace.ts';

/**
 * A scenario file holds scenarios between lines of `====`. Each has a name, then sections: `---- file NAME` for a
 * document in the working directory, `---- command` (DEMO stands for the flags that leave only the demonstration
 * pack), `---- stdout`, `---- stderr` (empty unless given) and `---- status`.
 */
interface Scenario {
  readonly name: string;
  readonly files: { readonly [file: string]: string };
  readonly sections: ReadonlyMap<string, string>;
}

const directory = new URL('./scenarios/', import.meta.url);

function parse(text: string): Scenario[] {
  return text
    .split(/^====$/m)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [name = '', ...rest] = part.split(/^---- (.+)\n/m);
      const pairs = rest.flatMap((title, index) => (index % 2 === 0 ? [[title, rest[index + 1] ?? ''] as const] : []));
      const files = pairs.flatMap(([title, body]) =>
        title.startsWith('file ') ? [[title.slice(5), body] as const] : [],
      );
      return { name: name.trim(), files: Object.fromEntries(files), sections: new Map(pairs) };
    });
}

for (const file of readdirSync(directory)) {
  describe(file, () => {
    for (const { name, files, sections } of parse(readFileSync(new URL(file, directory), 'utf8'))) {
      test(name, async () => {
        const { cwd, remove } = await makeWorkplace(files);
        try {
          const words = (sections.get('command') ?? '').trim().split(/\s+/);
          const argv = words.flatMap((word) => (word === 'DEMO' ? demo : [word]));
          const { status, stdout, stderr } = await run(argv, cwd);
          expect({ status, stdout: stdout.trim(), stderr: stderr.trim() }).toEqual({
            status: Number(sections.get('status')),
            stdout: (sections.get('stdout') ?? '').trim(),
            stderr: (sections.get('stderr') ?? '').trim(),
          });
        } finally {
          await remove();
        }
      });
    }
  });
}
