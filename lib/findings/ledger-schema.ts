import * as z from 'zod';
import { coverageStatuses } from '../model/coverage.ts';
import type { Ledger } from './ledger-types.ts';
import { resultSchema } from './result-schema.ts';

const time = z.iso.datetime();

/** Reads a ledger back; what does not fit is refused rather than guessed, since findings are closed by it. */
export const ledgerSchema: z.ZodType<Ledger> = z.object({
  formatVersion: z.literal(1),
  ...{ accountId: z.string(), region: z.string(), capturedAt: time },
  coverage: z.array(z.object({ operation: z.string(), status: z.enum(coverageStatuses) })),
  findings: z.array(
    z.object({
      ...{ id: z.string(), state: z.enum(['open', 'resolved']), result: resultSchema },
      ...{ firstSeen: time, lastSeen: time, resolvedAt: time.nullable(), reopened: z.int().nonnegative() },
      published: z.record(z.string(), z.object({ hash: z.string(), at: time })),
    }),
  ),
});
