import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { subjectTypes } from '../../lib/model/subject.ts';
import { run } from './run.ts';
import { makeWorkplace } from './workplace.ts';

const root = join(import.meta.dirname, '../..');
const pack = z.looseObject({
  $schema: z.string(),
  rules: z.array(z.looseObject({ examples: z.array(z.looseObject({ outcome: z.string() })) })),
});
const result = z.object({ status: z.string(), subject: z.object({ id: z.string() }), missing: z.array(z.string()) });

let cwd: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ cwd, remove } = await makeWorkplace());
});
afterEach(() => remove());

const content = (...path: string[]) => readFile(join(cwd, ...path), 'utf8');
const shape = async (...path: string[]) => pack.parse(JSON.parse(await content(...path)));
const verdicts = (text: string) =>
  Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => result.parse(JSON.parse(line)))
      .map(({ subject, status, missing }) => [subject.id, [status, ...missing].join(' ')]),
  );

/** What the first rule about each kind of subject says of the snapshot beside it. */
const expected: { readonly [T in (typeof subjectTypes)[number]]: Record<string, string> } = {
  account: { '111122223333': 'NON_COMPLIANT' },
  directory: { 'd-906712345a': 'COMPLIANT', 'd-906712345b': 'NON_COMPLIANT' },
  workspace: { 'ws-0a1b2c3d4': 'COMPLIANT', 'ws-0a1b2c3d5': 'NON_COMPLIANT' },
  ipGroup: { 'wsipg-0a1b2c3d4': 'COMPLIANT', 'wsipg-0a1b2c3d5': 'NON_COMPLIANT' },
  securityGroup: { 'sg-0a1b2c3d4e5f60718': 'COMPLIANT', 'sg-0a1b2c3d4e5f60719': 'NON_COMPLIANT' },
  subnet: { 'subnet-0a1b2c3d4e5f60718': 'COMPLIANT', 'subnet-0a1b2c3d4e5f60719': 'NON_COMPLIANT' },
  vpc: { 'vpc-0a1b2c3d4e5f60718': 'NON_COMPLIANT', 'vpc-0a1b2c3d4e5f60719': 'COMPLIANT' },
  connectionAlias: { 'wsca-0a1b2c3d4': 'COMPLIANT', 'wsca-0a1b2c3d5': 'NON_COMPLIANT' },
  image: { 'wsi-0a1b2c3d4': 'COMPLIANT', 'wsi-0a1b2c3d5': 'NON_COMPLIANT' },
  iamRole: {
    'desktop-users': 'COMPLIANT',
    'former-desktop-users': 'NON_COMPLIANT',
    workspaces_DefaultRole: 'NOT_APPLICABLE',
  },
};

describe.each(subjectTypes)('a new rule about a %s', (subject) => {
  beforeEach(async () => {
    expect(await run(['rules', 'new', 'ours', '--subject', subject], cwd)).toMatchObject({ status: 0, stderr: '' });
  });

  test('is valid, and its examples hold', async () => {
    const file = 'our-rules/ours.json';
    const outcomes = (await shape(file)).rules.flatMap(({ examples }) => examples.map(({ outcome }) => outcome));
    const always = ['account', 'subnet'].includes(subject);
    expect(outcomes).toEqual([
      ...['COMPLIANT', 'NON_COMPLIANT', ...(always ? [] : ['NOT_APPLICABLE'])],
      'INSUFFICIENT_DATA',
    ]);
    expect(await run(['rules', 'validate', file], cwd)).toEqual({ status: 0, stdout: `${file}: valid\n`, stderr: '' });
    const stdout = `${outcomes.length} examples of 1 rule passed.\n`;
    expect(await run(['rules', 'test', file], cwd)).toEqual({ status: 0, stdout, stderr: '' });
  });

  test('fires in the snapshot beside it, as expected.ndjson holds it', async () => {
    const flags = ['--rules-dir', 'our-rules', '--pack', 'ours', '--all', '--format', 'ndjson'];
    const { status, stdout } = await run(['evaluate', 'our-rules/ours.test/snapshot.ndjson', ...flags], cwd);
    expect({ status, verdicts: verdicts(stdout) }).toEqual({ status: 0, verdicts: expected[subject] });
    expect(stdout).toBe(await content('our-rules/ours.test/expected.ndjson'));
  });
});

describe('where it writes', () => {
  test('a copy of the schema stands beside packs outside the checkout', async () => {
    await run(['rules', 'new', 'ours', '--dir', 'house rules'], cwd);
    await run(['rules', 'new', 'theirs', '--dir', 'house rules'], cwd);
    expect((await readdir(join(cwd, 'house rules'))).sort()).toEqual([
      'ours.json',
      'ours.test',
      'pack.schema.json',
      'theirs.json',
      'theirs.test',
    ]);
    expect((await shape('house rules', 'ours.json')).$schema).toBe('pack.schema.json');
    expect(await content('house rules', 'pack.schema.json')).toBe(
      await readFile(join(root, 'rules/pack.schema.json'), 'utf8'),
    );
  });

  test('inside the checkout the pack names the schema of the checkout', async () => {
    const inside = await mkdtemp(join(root, 'node_modules/.wsaudit-test-'));
    try {
      await run(['rules', 'new', 'ours'], inside);
      const text = await readFile(join(inside, 'our-rules/ours.json'), 'utf8');
      expect(pack.parse(JSON.parse(text)).$schema).toBe('../../../rules/pack.schema.json');
      expect((await readdir(join(inside, 'our-rules'))).sort()).toEqual(['ours.json', 'ours.test']);
    } finally {
      await rm(inside, { recursive: true });
    }
  });

  test('nothing is written when one of the files is there already', async () => {
    await run(['rules', 'new', 'ours'], cwd);
    await rm(join(cwd, 'our-rules/ours.json'));
    const before = await content('our-rules/ours.test/run.sh');
    const found = 'the file exists, and is not overwritten. Choose another id, or another --dir.';
    expect(await run(['rules', 'new', 'ours', '--subject', 'image'], cwd)).toEqual({
      status: 2,
      stdout: '',
      stderr: ['snapshot.ndjson', 'expected.ndjson', 'run.sh']
        .map((name) => `wsaudit: our-rules/ours.test/${name}: ${found}\n`)
        .join(''),
    });
    expect(await readdir(join(cwd, 'our-rules'))).not.toContain('ours.json');
    expect(await content('our-rules/ours.test/run.sh')).toBe(before);
  });
});

// Each run starts the program twice, which takes seconds on a busy machine.
describe('run.sh', { timeout: 120_000 }, () => {
  const script = (...args: string[]) => {
    const WSAUDIT = `${process.execPath} ${join(root, 'bin/wsaudit.mjs')}`;
    const { status, stdout } = spawnSync('sh', ['our-rules/ours.test/run.sh', ...args], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, WSAUDIT },
    });
    return { status, stdout };
  };
  const edit = async (from: string, to: string) => {
    const file = join(cwd, 'our-rules/ours.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace(from, to));
  };
  const passed = '4 examples of 1 rule passed.\nsnapshot.ndjson: judged as expected\n';

  test('passes from the start, fails when a result changes, and takes the change when told to', async () => {
    await run(['rules', 'new', 'ours'], cwd);
    expect(script()).toEqual({ status: 0, stdout: passed });
    await edit('"severity": "MEDIUM"', '"severity": "LOW"');
    expect(script()).toMatchObject({ status: 1, stdout: expect.stringContaining('+{"ruleId":"ours-run-dcv"') });
    expect(script('--update')).toEqual({ status: 0, stdout: passed });
  });

  test('fails when an example comes out otherwise, and when the pack is not valid', async () => {
    await run(['rules', 'new', 'ours'], cwd);
    await edit('"value": "WSP"', '"value": "PCOIP"');
    expect(script()).toMatchObject({ status: 1, stdout: expect.stringContaining('FAILED ours/ours-run-dcv') });
    await edit('"contains"', '"holds"');
    expect(script()).toEqual({ status: 2, stdout: '' });
  });
});
