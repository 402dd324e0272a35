import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';

const root = join(import.meta.dirname, '../..');

const against = [
  ['lib/model/a.ts', '../snapshot/index.ts'],
  ['lib/snapshot/a.ts', '../facts/index.ts'],
  ['lib/collect/a.ts', '../facts/index.ts'],
  ['lib/collect/b.ts', 'node:fs'],
  ['lib/facts/a.ts', '../engine/index.ts'],
  ['lib/facts/b.ts', '@aws-sdk/client-ec2'],
  ['lib/facts/c.ts', 'node:fs/promises'],
  ['lib/engine/a.ts', '../findings/index.ts'],
  ['lib/engine/b.ts', '../cli/io.ts'],
  ['lib/config/a.ts', '../findings/index.ts'],
  ['lib/findings/a.ts', '../report/index.ts'],
  ['lib/report/a.ts', '../cli/io.ts'],
  ['lib/report/b.ts', 'node:fs'],
  ['lib/findings/b.ts', '../publish/index.ts'],
  ['lib/publish/a.ts', '../report/index.ts'],
  ['lib/publish/b.ts', 'node:fs'],
  ['lib/store/a.ts', '../engine/index.ts'],
  ['lib/cli/a.ts', '@middy/core'],
  ['lib/cli/b.ts', '../../functions/plan.ts'],
  ['lib/collect/e.ts', '../clients/sts.ts'],
  ['lib/findings/e.ts', '../run/plan.ts'],
  ['lib/clients/a.ts', '../store/index.ts'],
  ['lib/findings/f.ts', '../frameworks/index.ts'],
  ['lib/findings/g.ts', '../manual/index.ts'],
  ['lib/manual/a.ts', '../report/index.ts'],
  ['lib/frameworks/a.ts', '../report/index.ts'],
  ['lib/frameworks/b.ts', 'node:fs'],
  ['lib/run/a.ts', '../clients/sts.ts'],
  ['lib/run/b.ts', '@aws-sdk/client-s3'],
  ['lib/run/c.ts', 'node:fs/promises'],
  ['functions/a.ts', '../lib/cli/io.ts'],
  ['lib/chat/a.ts', '../run/keys.ts'],
  ['lib/chat/b.ts', '../store/index.ts'],
  ['lib/chat/c.ts', 'node:https'],
  ['lib/report/c.ts', '../chat/index.ts'],
  ['lib/findings/h.ts', '../chat/index.ts'],
] as const;

const along = [
  ['lib/facts/d.ts', '../snapshot/index.ts'],
  ['lib/engine/d.ts', '../facts/index.ts'],
  ['lib/snapshot/d.ts', 'node:fs'],
  ['lib/collect/d.ts', '@aws-sdk/client-ec2'],
  ['lib/publish/d.ts', '@aws-sdk/client-securityhub'],
  ['lib/store/d.ts', '@aws-sdk/client-s3'],
  ['lib/cli/d.ts', '../audit.ts'],
  ['lib/clients/d.ts', '@aws-sdk/client-sts'],
  ['lib/config/d.ts', '../../rules/frameworks/manual-checklist.json'],
  ['lib/report/d.ts', '../frameworks/index.ts'],
  ['lib/manual/d.ts', '../findings/index.ts'],
  ['lib/run/d.ts', '../store/index.ts'],
  ['lib/chat/d.ts', '../findings/index.ts'],
  ['lib/run/e.ts', '../chat/index.ts'],
  ['functions/d.ts', '../lib/run/plan.ts'],
  ['functions/e.ts', '@middy/core'],
] as const;

const config = z.looseObject({ vcs: z.looseObject({}) });
let project: string;
let complaints: string;

/** The project's own laws, on a project that breaks each of them. */
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'wsaudit-imports-'));
  const laws = config.parse(JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8')));
  writeFileSync(join(project, 'biome.json'), JSON.stringify({ ...laws, $schema: undefined, vcs: { enabled: false } }));
  for (const [path, target] of [...against, ...along]) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), `export * from '${target}';\n`);
  }
  const biome = spawnSync(join(root, 'node_modules/.bin/biome'), ['lint', '--max-diagnostics=none', '.'], {
    cwd: project,
    encoding: 'utf8',
  });
  complaints = biome.stdout + biome.stderr;
});

afterAll(() => rmSync(project, { recursive: true }));

describe('an import against the direction of the data is refused', () => {
  test.each(against)('%s imports %s', (path) => {
    expect(complaints).toContain(`${path}:1:15 lint/style/noRestrictedImports`);
  });
});

describe('an import along it is not', () => {
  test.each(along)('%s imports %s', (path) => {
    expect(complaints).not.toContain(`${path}:1:15`);
  });
});
