import { describe, expect, test } from 'vitest';
import { manualItems as attestable } from '../../lib/config/manual-items.ts';
import {
  compareControls,
  findFramework,
  frameworkIds,
  readManualItems,
  readMapping,
} from '../../lib/frameworks/index.ts';
import { readFrameworks, readTitles } from '../../lib/frameworks/read.ts';

const titles = readTitles();
const mapping = readMapping();
const items = readManualItems();
const idsOf = (framework: string) => findFramework(framework).controls.map(({ id }) => id);
const unique = (ids: readonly string[]) => [...new Set(ids)];

test('the frameworks, with how many controls each holds', () => {
  expect(Object.fromEntries(frameworkIds().map((id) => [id, idsOf(id).length]))).toEqual({
    'nist-800-53-rev5': mapping.length,
    'fedramp-moderate': 323,
    'fedramp-high': 410,
    'dod-srg-il4': 335,
    'dod-srg-il5': 421,
  });
});

describe.each(frameworkIds())('%s', (framework) => {
  const controls = idsOf(framework);

  test('holds each control once, in the order of the catalog', () => {
    expect(controls).toEqual(unique(controls).sort(compareControls));
  });

  test('knows the title of each control', () => {
    expect(controls.filter((id) => !titles[id])).toEqual([]);
  });
});

test('controls stand in the order of the catalog, enhancements after their control', () => {
  expect(['SC-7(10)', 'AC-10', 'SC-7', 'AC-2(13)', 'SC-7(5)', 'AC-2'].sort(compareControls)).toEqual([
    ...['AC-2', 'AC-2(13)', 'AC-10'],
    ...['SC-7', 'SC-7(5)', 'SC-7(10)'],
  ]);
});

test('FedRAMP High holds all of FedRAMP Moderate', () => {
  const high = new Set(idsOf('fedramp-high'));
  expect(idsOf('fedramp-moderate').filter((id) => !high.has(id))).toEqual([]);
});

test('what the DoD adds, and what of it is not verified', () => {
  const added = (framework: string) => readFrameworks().find(({ id }) => id === framework)?.adds ?? [];
  const ids = (framework: string) => added(framework).map(({ id }) => id);
  const unverified = (framework: string) => added(framework).flatMap(({ id, verified }) => (verified ? [] : [id]));
  expect(ids('dod-srg-il4')).toEqual([
    ...['AU-5(1)', 'MA-5(5)', 'PS-3(4)', 'SA-4(5)', 'SA-9(3)', 'SA-9(6)', 'SA-9(7)', 'SA-9(8)'],
    ...['SC-12(6)', 'SC-18(2)', 'SC-24', 'SC-46'],
  ]);
  expect(unverified('dod-srg-il4')).toEqual(['AU-5(1)', 'MA-5(5)', 'SC-18(2)']);
  expect(ids('dod-srg-il5')).toEqual([
    ...['MA-5(5)', 'PS-3(4)', 'SA-9(3)', 'SA-9(6)', 'SA-9(7)', 'SA-9(8)'],
    ...['SC-12(6)', 'SC-18(2)', 'SC-18(3)', 'SC-18(4)', 'SC-46'],
  ]);
  expect(unverified('dod-srg-il5')).toEqual(['SC-18(2)', 'SC-18(3)', 'SC-18(4)']);
});

test('an unverified control says why', () => {
  const silent = readFrameworks().flatMap(({ adds }) => adds.filter(({ verified, note }) => !verified && !note));
  expect(silent).toEqual([]);
});

test('a source says what was compared: all controls that a file lists itself', () => {
  const counts = readFrameworks().map(({ id, source, controls, adds }) => [
    ...[id, source.checked],
    controls === 'mapped' ? 0 : (controls?.length ?? 0) + adds.length,
  ]);
  expect(counts.filter(([, checked, listed]) => checked !== listed)).toEqual([]);
});

test('titles are kept of no other controls than those of a framework and of the mapping', () => {
  const used = new Set([...frameworkIds().flatMap(idsOf), ...mapping.map(({ id }) => id)]);
  expect(Object.keys(titles).filter((id) => !used.has(id))).toEqual([]);
});

test('every mapped control is in a baseline, but for two that only rules on resilience name', () => {
  const held = new Set(['fedramp-moderate', 'fedramp-high', 'dod-srg-il4', 'dod-srg-il5'].flatMap(idsOf));
  expect(mapping.map(({ id }) => id).filter((id) => !held.has(id))).toEqual(['SC-5(2)', 'SC-36']);
});

test('mapping and checklist name each other', () => {
  const byControl = mapping.flatMap(({ id, manual }) => manual.map((item) => `${id} ${item}`));
  const byItem = items.flatMap(({ id, controls }) => controls.map((control) => `${control} ${id}`));
  expect(byControl.toSorted()).toEqual(byItem.toSorted());
});

test('rules never cover a control fully, and where they do in part, manual items are the rest', () => {
  const extent = Map.groupBy(mapping, ({ coverage }) => coverage);
  expect(extent.get('full')).toBeUndefined();
  expect(extent.get('partial')?.map(({ id }) => id)).toEqual([
    ...['AC-4', 'AC-6(10)', 'AC-17', 'AC-17(2)', 'AC-19', 'IA-2(1)', 'IA-2(2)', 'IA-2(12)', 'IA-3', 'IA-5(2)'],
    ...['IA-5(13)', 'SA-9(5)', 'SC-7', 'SC-7(5)', 'SC-8', 'SC-8(1)', 'SC-13', 'SC-17', 'SC-28', 'SC-28(1)'],
  ]);
  expect(extent.get('partial')?.filter(({ rules, manual }) => rules.length === 0 || manual.length === 0)).toEqual([]);
});

test('everything of a mapping stands once and in order', () => {
  expect(mapping.map(({ id }) => id)).toEqual(unique(mapping.map(({ id }) => id)).sort(compareControls));
  for (const { rules, manual } of mapping) {
    expect(rules).toEqual(unique(rules).sort());
    expect(manual).toEqual(unique(manual).sort());
  }
  expect(items.map(({ id }) => id)).toEqual(unique(items.map(({ id }) => id)));
});

test('reasons, titles and checks are sentences of one kind', () => {
  expect(
    mapping.filter(({ because }) => !/^[A-Z].*[^.]\.$/.test(because) || because.slice(0, -1).includes('. ')),
  ).toEqual([]);
  expect(items.filter(({ title, check }) => title.endsWith('.') || !/\.$/.test(check))).toEqual([]);
});

test('the configuration takes attestations of exactly these items', () => {
  expect(attestable).toEqual(items.map(({ id }) => id));
});
