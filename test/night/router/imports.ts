import * as z from 'zod';
import type { Call } from './call.ts';

const findingSchema = z.looseObject({
  Id: z.string(),
  RecordState: z.string(),
  Compliance: z.looseObject({ Status: z.string() }),
});
const bodySchema = z.looseObject({ Findings: z.array(findingSchema) });
const answerSchema = z.looseObject({
  SuccessCount: z.number(),
  FailedCount: z.number(),
  FailedFindings: z.array(z.unknown()).default([]),
});

/** A finding that was offered to Security Hub. */
export interface Offer {
  readonly accountId: string | undefined;
  readonly region: string;
  readonly id: string;
  readonly state: string;
  readonly status: string;
  readonly taken: boolean;
}

/** A call of BatchImportFindings without the findings that are to be refused. */
export interface Import {
  readonly offers: readonly Offer[];
  /** What Security Hub is told instead. */
  readonly body: string;
  /** Its answer, with the refusals. */
  readonly answer: (body: string) => string;
}

export function importOf({ accountId, region, body }: Call, rejected: ReadonlySet<string>): Import {
  const { Findings } = bodySchema.parse(JSON.parse(body));
  const refused = Findings.filter(({ Id }) => rejected.has(Id));
  return {
    offers: Findings.map(({ Id, RecordState, Compliance }) => ({
      ...{ accountId, region, id: Id, state: RecordState, status: Compliance.Status, taken: !rejected.has(Id) },
    })),
    body: JSON.stringify({ Findings: Findings.filter(({ Id }) => !rejected.has(Id)) }),
    answer: (text) => {
      const { SuccessCount, FailedCount, FailedFindings } = answerSchema.parse(JSON.parse(text));
      const failures = refused.map(({ Id }) => ({ Id, ErrorCode: 'InternalError', ErrorMessage: 'Try again later' }));
      return JSON.stringify({
        SuccessCount,
        FailedCount: FailedCount + failures.length,
        FailedFindings: [...FailedFindings, ...failures],
      });
    },
  };
}
