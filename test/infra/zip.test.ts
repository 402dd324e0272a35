import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesBelow, writeZip } from '../../scripts/package-zip.ts';

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'zip-'));
  mkdirSync(join(directory, 'from', 'reference'), { recursive: true });
  writeFileSync(join(directory, 'from', 'b.json'), '{}');
  writeFileSync(join(directory, 'from', 'a.schema.json'), '{}');
  writeFileSync(join(directory, 'from', 'reference', 'c.json'), '[]');
});
afterAll(() => rmSync(directory, { recursive: true }));

test('an archive holds the files that are wanted, below their prefix', async () => {
  const files = await filesBelow(join(directory, 'from'), 'rules/', (name) => !name.endsWith('.schema.json'));
  await writeZip(join(directory, 'one.zip'), files);
  const content = unzipSync(readFileSync(join(directory, 'one.zip')));
  const text = Object.entries(content).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]);
  expect(text).toEqual([
    ['rules/b.json', '{}'],
    ['rules/reference/c.json', '[]'],
  ]);
});

test('the same files make the same bytes, in whatever order they come', async () => {
  const [a, b] = [Buffer.from('a'), Buffer.from('b')];
  await writeZip(join(directory, 'one.zip'), { a, b });
  await writeZip(join(directory, 'two.zip'), { b, a });
  const bytes = ['one.zip', 'two.zip'].map((name) => readFileSync(join(directory, name)).toString('hex'));
  expect(bytes[0]).toBe(bytes[1]);
  // 1 January 1980, midnight, in the time of MS-DOS, which the format keeps.
  expect(bytes[0]?.slice(20, 28)).toBe('00002100');
});

test('Lambda may read the files: they belong to nobody, and anybody may read them', async () => {
  await writeZip(join(directory, 'one.zip'), { a: Buffer.from('a') });
  const bytes = readFileSync(join(directory, 'one.zip'));
  const entry = bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  expect({ madeOn: bytes[entry + 5], mode: (bytes.readUInt32LE(entry + 38) >>> 16).toString(8) }).toEqual({
    ...{ madeOn: 3, mode: '100644' },
  });
});
