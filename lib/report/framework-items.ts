import type { FrameworkReport, ReportedItem } from '../frameworks/index.ts';
import { count, wrap } from '../model/lines.ts';
import type { Paint } from './paint.ts';
import { plain } from './plain.ts';

/** The manual checklist: what somebody attested, and what nobody did. */
export function* manualItems(items: readonly ReportedItem[], width: number, colors: Paint): Iterable<string> {
  if (items.length === 0) return;
  const attested = items.filter(({ attestation }) => attestation !== null).length;
  yield '';
  yield colors.heading(`MANUAL ITEMS  ${attested} of ${count(items.length, 'item')} attested`);
  yield '  Not assessed by this tool; wsaudit.yaml takes attestations.';
  for (const [group, own] of Map.groupBy(items, (item) => item.group)) {
    yield '';
    yield `  ${group}`;
    for (const item of own) yield* lines(item, width, colors);
  }
}

function* lines({ id, title, controls, attestation }: ReportedItem, width: number, colors: Paint): Iterable<string> {
  const mark = attestation === null ? '[ ]' : '[x]';
  yield `    ${mark} ${colors.name(id)}`;
  yield* wrap(`${title}: ${controls.join(', ')}`, width, ' '.repeat(8));
  if (attestation === null) return;
  const { who, when, expires, evidence } = attestation;
  yield* wrap(plain(`attested by ${who} on ${when}, until ${expires}: ${evidence}`), width, ' '.repeat(8));
}

/** Attestations that no longer hold, so that somebody looks again. */
export function* expiredAttestations(
  expired: FrameworkReport['expired'],
  width: number,
  colors: Paint,
): Iterable<string> {
  if (expired.length === 0) return;
  yield '';
  yield colors.heading('EXPIRED ATTESTATIONS');
  for (const { item, who, expires } of expired) {
    yield* wrap(plain(`${item} (${who}): expired on ${expires}, does not count`), width, '  ! ');
  }
}
