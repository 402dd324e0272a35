import * as z from 'zod';
import { coverageStatuses } from '../model/coverage.ts';
import type { Ledger } from './ledger-types.ts';
import { coverageGapSchema, summarySchema } from './report-schema.ts';
import { resultSchema } from './result-schema.ts';

const time = z.iso.datetime();
const state = z.enum(['open', 'resolved']);
const published = z.record(z.string(), z.object({ hash: z.string(), at: time, state: state.default('open') }));
const operations = z.array(z.string());
const doubt = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['limited', 'excluded', 'notInForce']) }),
  z.object({ kind: z.enum(['unread', 'unjudged']), operations }),
]);
const news = z.object({
  sha256: z.string(),
  findings: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['new', 'changed', 'resolved', 'excepted', 'exceptionExpired']),
      ...{ before: resultSchema.nullable(), doubt: doubt.nullable() },
    }),
  ),
  coverage: z.array(z.object({ kind: z.enum(['coverageLost', 'coverageRegained']), operation: z.string() })),
  before: summarySchema.nullable(),
});

const stored = z.object({
  formatVersion: z.literal(1),
  ...{ accountId: z.string(), region: z.string(), capturedAt: time },
  wholeAt: time.nullable().optional(),
  coverage: z.array(z.object({ operation: z.string(), status: z.enum(coverageStatuses) })),
  findings: z.array(
    z.object({
      ...{ id: z.string(), state, result: resultSchema },
      ...{ firstSeen: time, lastSeen: time, resolvedAt: time.nullable(), reopened: z.int().nonnegative() },
      published,
    }),
  ),
  gaps: z
    .array(
      z.object({
        ...{ gap: coverageGapSchema, state, firstSeen: time, lastSeen: time, resolvedAt: time.nullable() },
        published,
      }),
    )
    .optional(),
  ...{ summary: summarySchema.nullable().default(null), news: news.nullable().default(null) },
});

/** Reads a ledger back; what does not fit is refused rather than guessed, since findings are closed by it. */
export const ledgerSchema: z.ZodType<Ledger> = stored.transform((ledger) => ({
  ...ledger,
  wholeAt: ledger.wholeAt === undefined ? ledger.capturedAt : ledger.wholeAt,
  gaps: ledger.gaps ?? gapsOf(ledger),
}));

/** A ledger of a version that did not keep gaps still says what was not read: those are open, and not lost anew. */
function gapsOf({ accountId, region, capturedAt, coverage }: z.infer<typeof stored>): Ledger['gaps'] {
  return coverage.flatMap(({ operation, status }) => {
    if (status === 'complete') return [];
    const gap = { accountId, region, operation, status };
    const seen = { firstSeen: capturedAt, lastSeen: capturedAt, resolvedAt: null };
    return [{ gap, state: 'open' as const, ...seen, published: {} }];
  });
}
