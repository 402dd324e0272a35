import * as z from 'zod';
import { jsonPath } from '../engine/index.ts';
import { resultSchema } from '../findings/index.ts';
import { coverageStatuses } from '../model/coverage.ts';
import { InputError } from '../model/errors.ts';
import { severities, statuses } from '../model/outcome.ts';
import type { Report } from '../model/report.ts';

const count = z.int().nonnegative();
const counts = <K extends string>(keys: readonly K[]) => z.record(z.enum(keys), count);

const reportSchema: z.ZodType<Report> = z.object({
  formatVersion: z.literal(1),
  generator: z.string(),
  snapshots: z.array(
    z.object({ accountId: z.string(), region: z.string(), capturedAt: z.string(), sha256: z.string() }),
  ),
  packs: z.array(z.object({ id: z.string(), version: z.string(), sha256: z.string() })),
  summary: z.object({
    results: count,
    byStatus: counts(statuses),
    nonCompliantBySeverity: counts(severities),
    excepted: count,
  }),
  exceptions: z.array(
    z.object({
      ...{ rule: z.string(), subject: z.string(), owner: z.string(), expires: z.string() },
      ...{ expired: z.boolean(), matched: count },
    }),
  ),
  coverage: z.array(
    z.object({
      ...{ accountId: z.string(), region: z.string(), operation: z.string(), status: z.enum(coverageStatuses) },
      ...{ errorCode: z.string().optional(), message: z.string().optional() },
    }),
  ),
  results: z.array(resultSchema),
});

/**
 * Reads back what `--format json` wrote.
 *
 * @param file name of the file, for messages
 * @throws InputError (`file`) with the JSON path of everything that does not fit
 */
export function parseReport(content: unknown, file: string): Report {
  if (!z.looseObject({ formatVersion: z.unknown(), results: z.unknown() }).safeParse(content).success) {
    throw new InputError('file', {
      place: file,
      found: 'neither "formatVersion" nor "results" is in it',
      expected: 'a snapshot, or a report made with "--format json"',
      mend: 'Name such a file.',
    });
  }
  const parsed = reportSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new InputError(
    'file',
    parsed.error.issues.slice(0, 10).map(({ path, message }) => ({
      place: `${file}: ${jsonPath(path)}`,
      found: message,
      expected: 'a report of format version 1',
      mend: 'Name a snapshot, or a report made with "--format json".',
    })),
  );
}
