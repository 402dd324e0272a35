import * as z from 'zod';
import type { AnswerData } from '../../../chat/answers/data.ts';
import { type Command, commands } from '../../../chat/index.ts';
import { coverageStatuses } from '../../../model/coverage.ts';
import { severities, statuses } from '../../../model/outcome.ts';
import type { Json } from '../../../model/report.ts';
import { subjectTypes } from '../../../model/subject.ts';

/* What `data` of an answer holds, as a schema for scripts; `AnswerData` says what the members mean. */

/** Not `z.json()`, whose schema refers to itself by a name that is not ours. */
const json = z.custom<Json>((value) => z.json().safeParse(value).success);

const text = z.string();
const texts = z.array(text).readonly();
const number = z.int();
const time = z.string().describe('ISO 8601, UTC');
const severity = z.enum(severities);
const outcome = z.enum(['clean', 'open', 'unsure']);

const list = <Item extends z.ZodType>(item: Item) =>
  z
    .strictObject({ total: number, omitted: number.describe('Beyond those listed'), items: z.array(item).readonly() })
    .readonly();

const counts = {
  open: number.describe('Open findings without a valid exception'),
  bySeverity: z.record(severity, number).readonly(),
  excepted: number,
};
const place = { accountId: text, region: text };

const result = {
  ...{ ruleId: text, packId: text, severity, status: z.enum(statuses), title: text },
  ...{ subjectType: z.enum(subjectTypes), subjectId: text, ...place, reason: text },
  exception: z
    .strictObject({ reason: text, owner: text, ticket: text.nullable(), expires: text, expired: z.boolean() })
    .readonly()
    .nullable(),
  firstSeen: time.nullable(),
};
const gap = z
  .strictObject({
    ...{ ...place, operation: text, status: z.enum(coverageStatuses) },
    ...{ errorCode: text.nullable(), message: text.nullable(), firstSeen: time.nullable() },
  })
  .readonly();
const lost = z.strictObject({ ...place, message: text }).readonly();

const overview = {
  ...counts,
  outcome,
  lastRun: z.strictObject({ run: text, finishedAt: time, lost: number }).readonly().nullable(),
  unread: number.describe('Operations that were not completely read'),
  unjudged: number.describe('Results that could not be judged'),
  stale: number.describe('Places whose snapshot is too old to rely on'),
  ...{ lost: number, neverAudited: number },
};

const placeStatus = z
  .strictObject({
    ...{ ...counts, ...place, directory: text.nullable(), capturedAt: time.nullable(), wholeAt: time.nullable() },
    absentAt: time.nullable().describe('Of a directory: a newer look at where it was, which did not see it'),
    ...{ stale: z.boolean(), unread: number, unjudged: number.nullable(), lost: text.nullable() },
  })
  .readonly();

const verdict = z
  .strictObject({
    ...{ ...result, capturedAt: time, snapshot: text, report: text },
    evidence: z.record(text, json).readonly().describe('Facts that the verdict rests on, by name'),
    ...{ missing: texts, remediation: text, controls: texts },
  })
  .readonly();

const exception = z
  .strictObject({
    ...{ rule: text, subject: text, accounts: texts.nullable(), owner: text, ticket: text.nullable(), reason: text },
    ...{ expires: text, daysLeft: number, expired: z.boolean(), matched: number },
  })
  .readonly();

const source = z.strictObject({ section: text, url: text }).readonly();
const parameter = z.strictObject({ name: text, value: json, configured: z.boolean() }).readonly();

export const dataSchemas = {
  status: z.strictObject({ kind: z.literal('status'), ...overview, places: list(placeStatus) }),
  audit: z.strictObject({
    ...{ kind: z.literal('audit'), ...counts, outcome: z.enum([...outcome.options, 'failed', 'refused']) },
    ...{ run: text.nullable(), startedAt: time.nullable(), finishedAt: time.nullable(), directories: texts },
    missing: texts.describe('Directories that were asked for and not seen'),
    ...{ appeared: number, resolved: number, unjudged: number, leftOut: number },
    ...{ findings: list(z.strictObject(result).readonly()), gaps: list(gap), lost: list(lost) },
    evidence: list(z.strictObject({ ...place, snapshot: text, report: text }).readonly()),
    failure: text.nullable().describe('What went wrong; null when nothing did'),
  }),
  explain: z.strictObject({
    ...{ kind: z.literal('explain'), ruleId: text, known: z.boolean(), nearest: texts, packId: text.nullable() },
    ...{ title: text.nullable(), subjectType: z.enum(subjectTypes).nullable(), inForce: z.boolean() },
    ...{ severity: severity.nullable(), baseSeverity: severity.nullable(), remediation: text.nullable() },
    ...{ controls: texts, operations: texts, parameters: z.array(parameter).readonly(), source: source.nullable() },
  }),
  findings: z.strictObject({
    ...{ kind: z.literal('findings'), ...overview, findings: list(z.strictObject(result).readonly()) },
  }),
  why: z.strictObject({
    ...{ kind: z.literal('why'), ruleId: text, subject: text.nullable(), verdicts: list(verdict), candidates: texts },
  }),
  exceptions: z.strictObject({
    ...{ kind: z.literal('exceptions'), expired: number, unused: number, exceptions: list(exception) },
  }),
  coverage: z.strictObject({
    ...{ kind: z.literal('coverage'), complete: z.boolean(), gaps: list(gap), lost: list(lost) },
    ...{ stale: number, neverAudited: number },
  }),
  help: z.strictObject({
    kind: z.literal('help'),
    commands: z.array(z.strictObject({ command: z.enum(commands), form: text, does: text }).readonly()).readonly(),
  }),
} as const satisfies { readonly [command in Command]: z.ZodType<Extract<AnswerData, { kind: command }>> };

/** Any of them; null where there is nothing but words. */
export const dataSchema = z.discriminatedUnion('kind', [
  dataSchemas.status,
  dataSchemas.audit,
  dataSchemas.explain,
  dataSchemas.findings,
  dataSchemas.why,
  dataSchemas.exceptions,
  dataSchemas.coverage,
  dataSchemas.help,
]) satisfies z.ZodType<AnswerData>;
