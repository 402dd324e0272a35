import { factTables } from '../facts/index.ts';
import type { OperationCoverage } from '../model/coverage.ts';
import type { SubjectType } from '../model/subject.ts';
import { coverageLine, headerLine, resourceLine } from '../snapshot/encode.ts';
import { operationOf } from '../snapshot/index.ts';
import { emptyResources } from '../snapshot/resource-types.ts';
import type { Starter } from './scaffold-starter.ts';
import { aroundStarters } from './scaffold-starters-around.ts';
import { serviceStarters } from './scaffold-starters-service.ts';

/** The first rule about each kind of subject. */
const starters: { readonly [T in SubjectType]: Starter } = { ...serviceStarters, ...aroundStarters };

/** What is to be scaffolded. */
export interface Wanted {
  readonly packId: string;
  /** Absent: the pack's id and a name for what the rule asks for. */
  readonly ruleId?: string | undefined;
  readonly subject: SubjectType;
  /** Where an editor finds the JSON Schema of packs, from the pack's folder. */
  readonly schema: string;
}

/** The text of a pack with one rule that is valid, and an example for each outcome that it can have. */
export function scaffoldPack({ packId, ruleId, subject, schema }: Wanted): string {
  const starter = starters[subject];
  const { name, title, appliesWhen, requires, reason, remediation, controls } = starter;
  const words = packId.replaceAll('-', ' ');
  const rule = {
    ...{ id: ruleId ?? `${packId}-${name}`, title },
    why: 'What goes wrong otherwise; for whoever must decide whether to mend it.',
    ...{ severity: 'MEDIUM', subject, appliesWhen, requires, reason, remediation, controls },
    source: { section: 'House rules', url: 'https://intranet.example.com/house-rules', origin: 'practice' },
    examples: examplesOf(subject, starter),
  };
  const pack = {
    ...{ $schema: schema, id: packId, version: '1.0.0' },
    ...{ title: `${words.charAt(0).toUpperCase()}${words.slice(1)}`, description: 'Rules of our own.', rules: [rule] },
  };
  return `${JSON.stringify(pack, null, 2)}\n`;
}

function examplesOf(subject: SubjectType, { requires, compliant, nonCompliant, notApplicable }: Starter) {
  const operations = factTables[subject][requires.fact]?.from.slice(0, 1) ?? [];
  const unread = { unknown: `${operations.join()} was denied`, operations };
  return [
    { name: 'as it should be', facts: compliant, outcome: 'COMPLIANT' },
    { name: 'as it should not be', facts: nonCompliant, outcome: 'NON_COMPLIANT' },
    ...(notApplicable === undefined
      ? []
      : [{ name: 'none of its business', facts: notApplicable, outcome: 'NOT_APPLICABLE' }]),
    {
      name: 'could not be read',
      facts: { ...compliant, [requires.fact]: unread },
      outcome: 'INSUFFICIENT_DATA',
      missing: operations,
    },
  ];
}

/**
 * The text of a snapshot in which the rule of {@link scaffoldPack} fires. It says that everything was read, so that a
 * rule that reads something else finds there is none of it, rather than nothing known.
 */
export function scaffoldSnapshot(subject: SubjectType): string {
  const { resources } = starters[subject];
  const counts = new Map<string, number>();
  for (const { operation } of Object.values(emptyResources())) counts.set(operation, 0);
  for (const [type] of resources) counts.set(operationOf(type), (counts.get(operationOf(type)) ?? 0) + 1);
  const coverage = [...counts].map(
    ([operation, count]): OperationCoverage => ({ operation, status: 'complete', count }),
  );
  const place = { partition: 'aws', accountId: '111122223333', region: 'us-east-1' };
  return [
    headerLine({ ...place, capturedAt: '2027-01-31T12:00:00.000Z' }),
    ...resources.map(([type, resource]) => resourceLine(type, resource)),
    coverageLine(coverage),
  ].join('');
}
