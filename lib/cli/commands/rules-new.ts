import { join, resolve } from 'node:path';
import { audit } from '../../audit.ts';
import { defaultConfiguration } from '../../config/index.ts';
import { checkPacks, type Pack, parsePack } from '../../engine/index.ts';
import { scaffoldPack, scaffoldSnapshot } from '../../manual/scaffold.ts';
import { scaffoldTest } from '../../manual/scaffold-test.ts';
import { formats } from '../../report/index.ts';
import { readSnapshotBytes } from '../../snapshot/index.ts';
import type { CliIo } from '../io.ts';
import { appearance } from '../output.ts';
import { packsBeside, schemaFor, writeNew } from './rules-new-files.ts';
import { wantedRule } from './rules-new-wanted.ts';

/**
 * `rules new PACK-ID`: writes a pack with one rule and a test of it, and says what to run next. Nothing is overwritten.
 *
 * @throws InputError for names that are none, are taken or are not known, and when a file is there already
 */
export async function newRule(packId: string, options: unknown, io: CliIo): Promise<void> {
  const place = `rules new ${packId}`;
  const { dir, subject, rule } = wantedRule(packId, options);
  const schema = await schemaFor(resolve(io.cwd, dir));
  const text = scaffoldPack({ packId, ruleId: rule, subject, schema: schema.reference });
  const pack = parsePack(text, place);
  const others = await packsBeside(dir, io.cwd);
  checkPacks([...others, pack]);

  const { program } = appearance(io, undefined);
  const snapshot = scaffoldSnapshot(subject);
  const tests = join(dir, `${packId}.test`);
  const file = join(dir, `${packId}.json`);
  const fixture = join(tests, 'snapshot.ndjson');
  const written = {
    [file]: text,
    [fixture]: snapshot,
    [join(tests, 'expected.ndjson')]: await judged([...others, pack], packId, snapshot),
    [join(tests, 'run.sh')]: scaffoldTest(packId, program),
  };
  await writeNew(written, io.cwd);
  const copied = await schema.copy();
  const named = [...Object.keys(written), ...(copied ? [join(dir, schema.reference)] : [])];
  const commands = [
    `${program} rules validate ${quoted(file)}`,
    `${program} rules test ${quoted(file)}`,
    `${program} evaluate ${quoted(fixture)} --rules-dir ${quoted(dir)} --pack ${packId}`,
  ];
  io.stdout.write(`${named.map((name) => `wrote ${name}\n`).join('')}\nEdit the rule, and try it:\n`);
  io.stdout.write(`${commands.map((command) => `  ${command}\n`).join('')}\n`);
  io.stdout.write(`The same as a test, for a pipeline; it fails when the rule says something else:\n`);
  io.stdout.write(`  sh ${quoted(join(tests, 'run.sh'))}\n`);
}

/** What the pack says of the snapshot, one result a line. */
async function judged(packs: readonly Pack[], packId: string, text: string): Promise<string> {
  const snapshot = await readSnapshotBytes('snapshot.ndjson', Buffer.from(text));
  const { report, unlisted } = await audit({
    ...{ packs, configuration: defaultConfiguration, packIds: [packId], ruleIds: [] },
    ...{ snapshots: [{ file: 'snapshot.ndjson', snapshot }], baselines: [] },
  });
  return [...formats.ndjson(report, { all: true, unlisted, width: 100, color: false, program: 'wsaudit' })].join('');
}

/** As a shell takes it. */
const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`);
