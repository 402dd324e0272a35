import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { audit } from '../../lib/audit.ts';
import { parseConfiguration } from '../../lib/config/index.ts';
import { checkPacks, parsePack } from '../../lib/engine/index.ts';
import type { Status } from '../../lib/model/outcome.ts';
import type { Result } from '../../lib/model/report.ts';
import { readSnapshot } from '../../lib/snapshot/index.ts';
import { baselines, examples, files } from './files.ts';
import { type Occasion, occasions } from './plan/index.ts';
import { subjectNamed } from './subjects.ts';

const rulesDir = new URL('../../rules/', import.meta.url);
const packs = readdirSync(rulesDir)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .map((name) => parsePack(readFileSync(new URL(name, rulesDir), 'utf8'), name));
checkPacks(packs);
const ruleIds = packs.flatMap(({ rules }) => rules.map(({ id }) => id));

const read = async (file: string) => ({ file, snapshot: await readSnapshot(join(examples, file)) });
const snapshots = await Promise.all(Object.values(files).map(read));
const recorded = await Promise.all(baselines.map(read));

/** The estate is one audit, the clean directory another: its Region is no part of the estate. */
async function resultsOf({ configuration }: Occasion): Promise<Result[]> {
  const results = await Promise.all(
    ['estate', 'clean'].map(async (folder) => {
      const { report } = await audit({
        snapshots: snapshots.filter(({ file }) => file.startsWith(folder)),
        baselines: recorded.filter(({ file }) => file.startsWith('clean') === (folder === 'clean')),
        packs,
        configuration: parseConfiguration(configuration, 'wsaudit.yaml', packs),
      });
      return report.results;
    }),
  );
  return results.flat();
}

/** `<Region>/<id>` of what the plan calls `<Region>/<name>`. */
function resolve(place: string): string {
  const [region = '', name = ''] = place.split('/');
  const found = snapshots.find(({ snapshot }) => snapshot.header.region === region);
  if (found === undefined) throw new Error(`no snapshot of ${region}`);
  return `${region}/${subjectNamed(name, found.snapshot).id}`;
}

const subjectsOf = (results: readonly Result[], ruleId: string, status: Status): string[] =>
  results
    .filter((result) => result.ruleId === ruleId && result.status === status)
    .map(({ subject }) => `${subject.region}/${subject.id}`)
    .sort();

const audited = await Promise.all(occasions.map(async (one) => ({ ...one, results: await resultsOf(one) })));

describe.each(audited)('$name', ({ plan, results }) => {
  describe.each(Object.entries(plan))('%s', (ruleId, meant) => {
    test('is broken by exactly the subjects that the estate means to break it', () => {
      expect(subjectsOf(results, ruleId, 'NON_COMPLIANT')).toEqual(meant.nonCompliant.map(resolve).sort());
    });

    test.each([
      ['COMPLIANT', meant.compliant],
      ['NOT_APPLICABLE', meant.notApplicable ?? []],
      ['INSUFFICIENT_DATA', meant.insufficientData ?? []],
    ] as const)('is %s where it should be', (status, places) => {
      expect(subjectsOf(results, ruleId, status)).toEqual(expect.arrayContaining(places.map(resolve)));
    });
  });
});

test('the plans speak of every rule', () => {
  const planned = new Set(occasions.flatMap(({ plan }) => Object.keys(plan)));
  expect([...planned].sort()).toEqual(ruleIds.toSorted());
});

test('every rule is broken somewhere and kept somewhere', () => {
  const all = audited.flatMap(({ results }) => results);
  const idle = ruleIds.filter(
    (id) => !(['NON_COMPLIANT', 'COMPLIANT'] as const).every((status) => subjectsOf(all, id, status).length > 0),
  );
  expect(idle).toEqual([]);
});

test.each(audited.slice(0, 2))('the clean directories break no rule $name', ({ results }) => {
  const broken = results.filter(({ subject, status }) => subject.region === 'us-west-2' && status === 'NON_COMPLIANT');
  expect(broken).toEqual([]);
});
