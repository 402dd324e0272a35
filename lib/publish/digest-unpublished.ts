import type { Refusal } from './failure.ts';
import type { Unavailable } from './importer.ts';

/** What became of the findings that were due for Security Hub: counts, and the first few refusals. */
export interface ImportCounts {
  readonly failed: number;
  readonly unsent: number;
  readonly refusals: readonly Refusal[];
  readonly unavailable: Unavailable | null;
}

const why = {
  'not-enabled': 'Security Hub is not enabled',
  denied: 'Security Hub may not be used',
  'not-in-region': 'Security Hub is not in this Region',
} as const satisfies Record<Unavailable['why'], string>;

/**
 * Says once, for an account and Region, what Security Hub did not take and why.
 *
 * @returns undefined when it took everything
 */
export function unpublishedMessage({ failed, unsent, refusals, unavailable }: ImportCounts): string | undefined {
  const [first] = refusals;
  const parts = [
    ...(unavailable === null ? [] : [`${why[unavailable.why]} (${said(unavailable)})`]),
    ...(unsent === 0 ? [] : [`findings not sent: ${unsent}`]),
    ...(failed === 0
      ? []
      : [`findings refused: ${failed}${first === undefined ? '' : `, the first with ${said(first)}`}`]),
  ];
  return parts.length === 0 ? undefined : parts.join('; ');
}

const said = ({ code, message }: Refusal): string => (message === code ? code : `${code}: ${message}`);
