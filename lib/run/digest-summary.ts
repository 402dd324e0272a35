import * as z from 'zod';
import { summarySchema } from '../findings/index.ts';
import type { RunNews } from '../publish/index.ts';
import { type Told, whyUnpublished } from './digest-news.ts';
import { summaryKey } from './keys.ts';
import type { DigestInput, DigestOutput } from './steps.ts';
import { securityHubOutcomeSchema } from './steps.ts';

const count = z.int().nonnegative();
const place = { accountId: z.string(), region: z.string() };
const evidence = { snapshot: z.string(), report: z.string(), news: z.string() };

/** The record of a run, in the evidence bucket: numbers, and what became of each target, with the keys of its evidence. */
export const runSummarySchema = z.object({
  ...{ formatVersion: z.literal(1), run: z.string(), whole: z.boolean() },
  ...{ startedAt: z.iso.datetime(), finishedAt: z.iso.datetime() },
  ...{ targets: count, lost: count, unpublished: count },
  ...{ appeared: count, changed: count, resolved: count, coverageLost: count, coverageRegained: count },
  totals: z.object({ now: summarySchema, before: summarySchema.nullable() }),
  outcomes: z.array(
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('audited'), ...place, ...evidence, securityHub: securityHubOutcomeSchema }),
      z.object({ outcome: z.literal('unpublished'), ...place, ...evidence, message: z.string() }),
      z.object({ outcome: z.literal('lost'), ...place, message: z.string() }),
    ]),
  ),
  /** `pending` stands while the digest is being sent; a run that broke off there may or may not have sent it. */
  digest: z.object({ status: z.enum(['pending', 'published', 'denied', 'failed']), message: z.string() }),
});
export type RunSummary = z.infer<typeof runSummarySchema>;

/** The record of a run whose digest is about to be sent. */
export function summaryOf(input: DigestInput, told: readonly Told[], news: RunNews, finishedAt: Date): RunSummary {
  const { appeared, changed, resolved, coverage } = news.diff;
  const { run, startedAt, whole } = input;
  return {
    ...{ formatVersion: 1, run, startedAt, finishedAt: finishedAt.toISOString(), whole },
    ...{ targets: told.length, lost: news.unreached.length },
    unpublished: told.reduce((total, one) => total + unpublishedIn(one), 0),
    ...{ appeared: appeared.length, changed: changed.length, resolved: resolved.length },
    ...{ coverageLost: coverage.lost.length, coverageRegained: coverage.regained.length },
    totals: { now: news.now, before: news.before },
    outcomes: told.map(outcomeOf),
    digest: { status: 'pending', message: 'it is being sent' },
  };
}

/** Findings that Security Hub did not take; of a target whose publishing broke down nobody knows how many. */
function unpublishedIn({ fate }: Told): number {
  if (fate.outcome === 'audited') return fate.securityHub.failed + fate.securityHub.unsent;
  return fate.outcome === 'unpublished' ? 1 : 0;
}

function outcomeOf({ fate }: Told): RunSummary['outcomes'][number] {
  const { accountId, region } = fate.target;
  if (fate.outcome === 'lost') return { outcome: 'lost', accountId, region, message: fate.message };
  const { snapshot, report, news } = fate;
  const found = { accountId, region, snapshot, report, news };
  if (fate.outcome === 'audited') return { outcome: 'audited', ...found, securityHub: fate.securityHub };
  return { outcome: 'unpublished', ...found, message: whyUnpublished(fate) ?? '' };
}

/** What the step hands on. */
export const outputOf = (
  { run, whole, targets, lost, coverageLost, unpublished }: RunSummary,
  digest: DigestOutput['digest'],
): DigestOutput => ({ run, whole, targets, lost, coverageLost, unpublished, digest, summary: summaryKey(run) });
