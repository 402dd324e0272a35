import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { run } from '../cli/run.ts';

const root = join(import.meta.dirname, '../..');
const file = 'examples/packs/house-rules.json';
const judging = ['evaluate', 'examples/estate', '--rules-dir', 'examples/packs', '--pack', 'house-rules'];
const result = z.object({
  ruleId: z.string(),
  severity: z.string(),
  status: z.string(),
  subject: z.object({ id: z.string() }),
  reason: z.string(),
  evidence: z.looseObject({ notes: z.array(z.string()).optional() }),
});

async function judge(...flags: string[]) {
  const { status, stdout, stderr } = await run([...judging, '--format', 'ndjson', '--all', ...flags], root);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { status, stderr, results: lines.map((line) => result.parse(JSON.parse(line))) };
}

describe('the house rules', () => {
  test('are valid, and their examples hold', async () => {
    expect(await run(['rules', 'validate', file], root)).toEqual({ status: 0, stdout: `${file}: valid\n`, stderr: '' });
    const stdout = '15 examples of 3 rules passed.\n';
    expect(await run(['rules', 'test', file], root)).toEqual({ status: 0, stdout, stderr: '' });
  });

  test('fire on the example estate', async () => {
    const { status, stderr, results } = await judge();
    const found = results.filter((one) => one.status === 'NON_COMPLIANT');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(found.map(({ ruleId, severity, reason }) => [ruleId, severity, reason])).toEqual([
      ['house-desktops-in-use', 'MEDIUM', 'finance-analyst-028 connected to the WorkSpace 200 days ago.'],
      ['house-subnets-have-room', 'MEDIUM', 'The subnet has 6 free addresses; 32 are to be free.'],
      ['house-desktops-in-use', 'LOW', 'finance-analyst-027 connected to the WorkSpace 150 days ago.'],
      ['house-directories-on-dcv', 'LOW', 'Of 3 WorkSpaces, 1 stream with DCV.'],
      ['house-directories-on-dcv', 'LOW', 'Of 46 WorkSpaces, 43 stream with DCV.'],
      ['house-directories-on-dcv', 'LOW', 'Of 36 WorkSpaces, 34 stream with DCV.'],
      ['house-directories-on-dcv', 'LOW', 'Of 19 WorkSpaces, 0 stream with DCV.'],
      ['house-directories-on-dcv', 'LOW', 'Of 28 WorkSpaces, 27 stream with DCV.'],
      ['house-directories-on-dcv', 'LOW', 'Of 27 WorkSpaces, 26 stream with DCV.'],
    ]);
  });

  test('pass elsewhere on it, and leave out what is none of their business', async () => {
    const { results } = await judge();
    const seen = new Set(results.map(({ ruleId, status }) => `${ruleId} ${status}`));
    expect([...seen].sort()).toEqual([
      'house-desktops-in-use COMPLIANT',
      'house-desktops-in-use NON_COMPLIANT',
      'house-desktops-in-use NOT_APPLICABLE',
      'house-directories-on-dcv COMPLIANT',
      'house-directories-on-dcv NON_COMPLIANT',
      'house-directories-on-dcv NOT_APPLICABLE',
      'house-subnets-have-room COMPLIANT',
      'house-subnets-have-room NON_COMPLIANT',
    ]);
  });

  test('remark on users with two desktops', async () => {
    const { results } = await judge('--rule', 'house-desktops-in-use');
    expect(results.flatMap(({ evidence }) => evidence.notes ?? [])).toEqual([
      'test-engineer-009 has 2 WorkSpaces in the directory; this one may be the spare one.',
      'test-engineer-009 has 2 WorkSpaces in the directory; this one may be the spare one.',
    ]);
  });

  test('take the limit from the configuration', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wsaudit-house-'));
    const spare = async (addresses: number) => {
      const config = join(folder, 'wsaudit.yaml');
      await writeFile(config, `packs: { house-rules: { parameters: { houseSpareAddresses: ${addresses} } } }\n`);
      const { results } = await judge('--rule', 'house-subnets-have-room', '--config', config);
      return results.filter(({ status }) => status === 'NON_COMPLIANT').length;
    };
    try {
      expect([await spare(6), await spare(7)]).toEqual([0, 1]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('give editors the schema of the checkout', () => {
    const { $schema } = z.object({ $schema: z.string() }).parse(JSON.parse(readFileSync(join(root, file), 'utf8')));
    expect(join(file, '..', $schema)).toBe('rules/pack.schema.json');
  });
});
