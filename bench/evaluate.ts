/**
 * How long `wsaudit evaluate` takes for a large fleet, against reading and parsing the same file with readline.
 *
 * `npm run bench` measures 10,000 WorkSpaces; `npm run bench -- 100000` another number. Both are timed as whole
 * processes, in turn, and the ratio of the medians is what counts.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFleet } from './fleet.ts';

const workspaces = Number(process.argv[2] ?? 10_000);
const rounds = 5;
const directory = mkdtempSync(join(tmpdir(), 'wsaudit-bench-'));
const file = join(directory, 'fleet.ndjson');

const readline = `
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
let lines = 0;
for await (const line of createInterface({ input: createReadStream(process.argv[1]), crlfDelay: Infinity })) {
  JSON.parse(line);
  lines += 1;
}
process.stdout.write(String(lines));
`;

const commands = {
  'wsaudit evaluate': ['bin/wsaudit.mjs', 'evaluate', file, '--format', 'json', '--fail-on', 'none', '--quiet'],
  'readline + JSON.parse': ['--input-type=module', '--eval', readline, file],
};

try {
  await writeFleet(file, workspaces);
  const size = (statSync(file).size / 2 ** 20).toFixed(1);
  process.stdout.write(`${workspaces} WorkSpaces with their interfaces, ${size} MiB, ${rounds} rounds in turn\n\n`);
  const times = Object.entries(commands).map(([name, args]) => ({ name, args, milliseconds: [] as number[] }));
  for (let round = -1; round < rounds; round += 1) {
    for (const { args, milliseconds } of times) {
      const elapsed = time(args);
      if (round >= 0) milliseconds.push(elapsed);
    }
  }
  const medians = times.map(({ name, milliseconds }) => ({ name, median: median(milliseconds) }));
  for (const { name, median: value } of medians)
    process.stdout.write(`${name.padEnd(24)}${value.toFixed(0).padStart(8)} ms\n`);
  const [evaluate, reference] = medians;
  const ratio = (evaluate?.median ?? 0) / (reference?.median ?? 1);
  process.stdout.write(`\nratio                   ${ratio.toFixed(2).padStart(8)}\n`);
} finally {
  rmSync(directory, { recursive: true });
}

function time(args: readonly string[]): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: join(import.meta.dirname, '..'),
    maxBuffer: 2 ** 30,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
