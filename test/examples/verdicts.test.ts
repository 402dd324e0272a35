import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkPacks, defaultParameters, evaluate, parsePack } from '../../lib/engine/index.ts';
import { Estate, factParameters } from '../../lib/facts/index.ts';
import type { Status } from '../../lib/model/outcome.ts';
import type { Result } from '../../lib/model/report.ts';
import { readSnapshot } from '../../lib/snapshot/index.ts';
import { plan } from './plan.ts';
import { subjectNamed } from './subjects.ts';

const rulesDir = new URL('../../rules/', import.meta.url);
const packs = readdirSync(rulesDir)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .map((name) => parsePack(readFileSync(new URL(name, rulesDir), 'utf8'), name));
checkPacks(packs);
const parameters = defaultParameters(packs);
const examples = new URL('../../examples/', import.meta.url);

const targets = [
  { file: 'estate/111122223333-us-east-1.ndjson', baseline: 'baseline/111122223333-us-east-1.ndjson' },
  { file: 'estate/444455556666-us-gov-west-1.ndjson', baseline: 'baseline/444455556666-us-gov-west-1.ndjson' },
  { file: 'estate/111122223333-us-east-2.ndjson', baseline: undefined },
  { file: 'clean/111122223333-us-west-2.ndjson', baseline: 'clean-baseline/111122223333-us-west-2.ndjson' },
];

const read = (name: string) => readSnapshot(new URL(name, examples).pathname);
const rules = packs.flatMap((pack) => pack.rules).map((rule) => ({ rule }));
const snapshots = await Promise.all(targets.map(({ file }) => read(file)));
const results: Result[] = [];
for (const [index, { baseline }] of targets.entries()) {
  const snapshot = snapshots[index];
  if (snapshot === undefined) throw new Error('unreachable');
  const before = baseline === undefined ? undefined : await read(baseline);
  const estate = new Estate(snapshot, factParameters.parse(parameters), before);
  results.push(...(await evaluate(estate, rules, parameters)).results);
}

/** `<Region>/<id>` of what the plan calls `<Region>/<name>`. */
function resolve(place: string): string {
  const [region = '', name = ''] = place.split('/');
  const snapshot = snapshots.find(({ header }) => header.region === region);
  if (snapshot === undefined) throw new Error(`no snapshot of ${region}`);
  return `${region}/${subjectNamed(name, snapshot).id}`;
}

const found = (ruleId: string, status: Status): string[] =>
  results
    .filter((result) => result.ruleId === ruleId && result.status === status)
    .map(({ subject }) => `${subject.region}/${subject.id}`)
    .sort();

describe.each(Object.entries(plan))('%s', (ruleId, meant) => {
  test('is broken by exactly the subjects that the estate means to break it', () => {
    expect(found(ruleId, 'NON_COMPLIANT')).toEqual(meant.nonCompliant.map(resolve).sort());
  });

  test.each([
    ['COMPLIANT', meant.compliant],
    ['NOT_APPLICABLE', meant.notApplicable ?? []],
    ['INSUFFICIENT_DATA', meant.insufficientData ?? []],
  ] as const)('is %s where it should be', (status, places) => {
    expect(found(ruleId, status)).toEqual(expect.arrayContaining(places.map(resolve)));
  });
});

test('the plan speaks of every rule', () => {
  expect(Object.keys(plan).sort()).toEqual(rules.map(({ rule }) => rule.id).sort());
});

test('every rule is broken somewhere and kept somewhere', () => {
  const idle = rules
    .map(({ rule }) => rule.id)
    .filter((id) => found(id, 'NON_COMPLIANT').length === 0 || found(id, 'COMPLIANT').length === 0);
  expect(idle).toEqual([]);
});

test('the clean directory breaks no rule', () => {
  expect(results.filter(({ subject, status }) => subject.region === 'us-west-2' && status === 'NON_COMPLIANT')).toEqual(
    [],
  );
});
