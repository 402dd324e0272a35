import type { Attestation } from '../../lib/config/index.ts';
import {
  type Assessment,
  assess,
  type ControlMapping,
  type FrameworkReport,
  type ManualItem,
} from '../../lib/frameworks/index.ts';
import type { Result } from '../../lib/model/report.ts';
import { exception, finding } from '../findings/result.ts';
import { reportOf } from '../report/report.ts';

/**
 * A scenario in text. Sections begin with `---- NAME`:
 *
 * - `controls`: `ID COVERAGE [rules …] [manual …]`, or `ID none` for a control that is not mapped
 * - `results`: `RULE STATUS SUBJECT [SEVERITY] [excepted|expired] [missing OPERATION]`
 * - `attestations`: `ITEM until DAY`
 * - `off`: rules that are not in force
 * - `unlisted`: operations that list subjects and were not completely read
 * - `report`: what the table says, from the first verdict to the manual items
 *
 * The snapshot was taken on 2027-01-31 at noon.
 */
export type Sections = ReadonlyMap<string, string>;

export interface Scenario {
  readonly name: string;
  readonly sections: Sections;
}

/** Scenarios stand between lines of `====`. */
export const parseScenarios = (text: string): Scenario[] =>
  text
    .split(/^====$/m)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [name = '', ...rest] = part.split(/^---- (.+)\n/m);
      const pairs = rest.flatMap((title, index) => (index % 2 === 0 ? [[title, rest[index + 1] ?? ''] as const] : []));
      return { name: name.trim(), sections: new Map(pairs) };
    });

/** Assesses a scenario as a framework of its controls. */
export function assessed(sections: Sections, changes: Partial<Assessment> = {}): FrameworkReport {
  const lines = (section: string) =>
    (sections.get(section) ?? '').split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim().split(/\s+/)]));
  const mapping = lines('controls').flatMap(mappingOf);
  const manual = new Set(mapping.flatMap((control) => control.manual));
  const off = new Set(lines('off').flat());
  const rules = new Set(mapping.flatMap((control) => control.rules));
  const source = {
    publication: 'Made up',
    version: '1',
    checkedAgainst: 'nothing',
    checkedOn: '2027-01-01',
    checked: 0,
  };
  const controls = lines('controls').map(([id = '']) => ({ id, title: `Title of ${id}`, verified: true, note: null }));
  return assess({
    framework: { id: 'made-up', title: 'Made-up Framework', source, unlisted: [], controls },
    mapping,
    manualItems: [...manual].map((id) => itemOf(id, mapping)),
    rules: [...rules].map((id) => ({ id, controls: [] })),
    inForce: new Set([...rules].filter((id) => !off.has(id))),
    report: reportOf(lines('results').map(resultOf)),
    unlisted: lines('unlisted').flat(),
    limited: new Set(),
    scope: { include: ['*'], exclude: [] },
    attestations: lines('attestations').map(attestationOf),
    all: false,
    ...changes,
  });
}

const coverageOf = (word: string): ControlMapping['coverage'] =>
  word === 'full' || word === 'partial' ? word : 'supporting';

function mappingOf([id = '', coverage = '', ...words]: readonly string[]): ControlMapping[] {
  if (coverage === 'none') return [];
  const split = words.includes('manual') ? words.indexOf('manual') : words.length;
  const rules = words.slice(0, split).filter((word) => word !== 'rules');
  return [{ id, coverage: coverageOf(coverage), because: 'A reason.', rules, manual: words.slice(split + 1) }];
}

const itemOf = (id: string, mapping: readonly ControlMapping[]): ManualItem => ({
  ...{ id, group: 'Group', title: `Title of ${id}`, check: 'Look.' },
  controls: mapping.flatMap((control) => (control.manual.includes(id) ? [control.id] : [])),
});

const attestationOf = ([item = '', , expires = '']: readonly string[]): Attestation => ({
  ...{ item, who: 'us', when: '2026-12-01', evidence: 'https://example.com/42', expires },
});

function resultOf([ruleId = '', status = '', id = '', ...words]: readonly string[]): Result {
  const excepted = words.includes('excepted') || words.includes('expired');
  const missing = words.includes('missing') ? words.slice(words.indexOf('missing') + 1) : [];
  return finding({
    ...{ ruleId, id, missing },
    status: known(['NON_COMPLIANT', 'INSUFFICIENT_DATA', 'COMPLIANT', 'NOT_APPLICABLE'], status),
    severity: known(['HIGH', 'CRITICAL', 'MEDIUM', 'LOW', 'INFORMATIONAL'], words[0] ?? 'HIGH'),
    exception: excepted ? exception(words.includes('expired')) : null,
  });
}

/** The word itself when it is one of some, otherwise the first of them. */
const known = <const T extends string>(words: readonly [T, ...T[]], word: string): T =>
  words.find((each) => each === word) ?? words[0];
