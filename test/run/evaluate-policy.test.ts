import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readBuiltInPacks } from '../../lib/cli/read-packs.ts';
import { defaultConfiguration } from '../../lib/config/index.ts';
import { InputError } from '../../lib/model/errors.ts';
import { loadPolicy } from '../../lib/run/configuration.ts';
import type { EvidenceBucket } from '../../lib/store/index.ts';
import { MemoryS3 } from '../store/s3.ts';

const builtIn = await readBuiltInPacks();
const demo = await readFile(new URL('../cli/fixtures/demo.json', import.meta.url), 'utf8');
let s3: MemoryS3;
let bucket: EvidenceBucket;

beforeEach(async () => {
  s3 = new MemoryS3();
  bucket = await s3.start();
});
afterEach(() => s3.stop());

const problems = async () => {
  const error = await loadPolicy(bucket, builtIn).catch((thrown: unknown) => thrown);
  return error instanceof InputError ? [error.code, ...error.problems] : error;
};

test('an empty bucket leaves the built-in packs as they are', async () => {
  expect(await loadPolicy(bucket, builtIn)).toEqual({ packs: builtIn, configuration: defaultConfiguration });
});

test('packs of the bucket stand beside the built-in ones, and the configuration may name their rules', async () => {
  s3.put('configuration/packs/demo.json', demo);
  s3.put('configuration/packs/a.schema.json', '{}');
  s3.put('configuration/packs/README.md', 'Ours.');
  s3.put('configuration/packs/old/demo.json', demo);
  s3.put('configuration/wsaudit.yaml', 'rules: { demo-encrypted: { severity: LOW } }');
  const { packs, configuration } = await loadPolicy(bucket, builtIn);
  expect(packs.slice(builtIn.length).map(({ id, file }) => [id, file])).toEqual([
    ['demo', 's3://evidence/configuration/packs/demo.json'],
  ]);
  expect(configuration.rules).toEqual(new Map([['demo-encrypted', { enabled: true, severity: 'LOW' }]]));
});

test('every problem of every pack is told, with the object', async () => {
  s3.put('configuration/packs/a.json', '{');
  s3.put('configuration/packs/b.json', Buffer.from([0x22, 0xff, 0x22]));
  expect(await problems()).toEqual([
    'pack',
    {
      place: 's3://evidence/configuration/packs/a.json',
      found: expect.stringContaining('invalid JSON'),
      mend: 'Correct the JSON syntax.',
    },
    {
      place: 's3://evidence/configuration/packs/b.json',
      found: 'the object is not valid UTF-8',
      mend: 'Save it as UTF-8.',
    },
  ]);
});

test('a pack whose ids are taken is refused', async () => {
  s3.put('configuration/packs/a.json', demo);
  s3.put('configuration/packs/b.json', demo);
  expect(await problems()).toContainEqual({
    place: 's3://evidence/configuration/packs/b.json',
    found: 'the pack "demo" is also in s3://evidence/configuration/packs/a.json',
    mend: 'Give it another id.',
  });
});

test('a configuration that does not fit is refused with its line', async () => {
  s3.put('configuration/wsaudit.yaml', 'rules:\n  demo-encryptd: { severity: LOW }\n');
  expect(await problems()).toMatchObject(['configuration', { place: 's3://evidence/configuration/wsaudit.yaml:2' }]);
});
