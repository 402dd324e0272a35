import * as z from 'zod';
import { coverageStatuses } from '../../model/coverage.ts';
import { severities, statuses } from '../../model/outcome.ts';
import type { Json } from '../../model/report.ts';
import { subjectTypes } from '../../model/subject.ts';
import { type Command, commands } from '../intent.ts';

/*
 * The same answers for scripts: what `data` holds, by `kind`; `docs/ask.schema.json` is made of this. Members are only
 * ever added. Lists are bounded and say how many items they have in all; times are ISO 8601 in UTC; a member that is not
 * known is null, never absent.
 */

/** Not `z.json()`, whose schema refers to itself by a name that is not ours. */
const json = z.custom<Json>((value) => z.json().safeParse(value).success);

const text = z.string();
const texts = z.array(text).readonly();
const number = z.int();
const time = z.string().describe('ISO 8601, UTC');
const severity = z.enum(severities);
/** What an answer comes to: `clean` only where nothing is open and everything was read of late. */
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

const exceptionMark = z
  .strictObject({ reason: text, owner: text, ticket: text.nullable(), expires: text, expired: z.boolean() })
  .readonly();

const resultMembers = {
  ...{ ruleId: text, packId: text, severity, status: z.enum(statuses), title: text },
  ...{ subjectType: z.enum(subjectTypes), subjectId: text, ...place, reason: text },
  exception: exceptionMark.nullable(),
  firstSeen: time.nullable().describe('null where no whole run has entered it yet, and for what is no finding'),
};
const result = z.strictObject(resultMembers).readonly();
const gap = z
  .strictObject({
    ...{ ...place, operation: text, status: z.enum(coverageStatuses) },
    ...{ errorCode: text.nullable(), message: text.nullable(), firstSeen: time.nullable() },
  })
  .readonly();
const lost = z.strictObject({ ...place, message: text }).readonly();

const lastRun = z.strictObject({ run: text, finishedAt: time, lost: number }).readonly();

const overview = {
  ...counts,
  outcome,
  lastRun: lastRun.nullable(),
  unread: number.describe('Operations that were not completely read'),
  unjudged: number.describe('Results that could not be judged'),
  stale: number.describe('Places whose snapshot is too old to rely on'),
  ...{ lost: number, neverAudited: number },
};

const placeStatus = z
  .strictObject({
    ...{ ...counts, ...place, directory: text.nullable(), capturedAt: time.nullable() },
    wholeAt: time.nullable().describe('Of the newest look at the whole Region; of a directory, as capturedAt'),
    absentAt: time.nullable().describe('Of a directory: a newer look at where it was, which did not see it'),
    ...{ stale: z.boolean(), unread: number, unjudged: number.nullable() },
    lost: text.nullable().describe('Why the last run knows nothing of it; null when it does'),
  })
  .readonly();

const verdict = z
  .strictObject({
    ...{ ...resultMembers, capturedAt: time, snapshot: text, report: text },
    evidence: z.record(text, json).readonly().describe('Facts that the verdict rests on, by name'),
    ...{ missing: texts, remediation: text, controls: texts },
  })
  .readonly();

const exception = z
  .strictObject({
    ...{ rule: text, subject: text, accounts: texts.nullable(), owner: text, ticket: text.nullable(), reason: text },
    ...{ expires: text, daysLeft: number, expired: z.boolean() },
    matched: number.describe('Open findings that it speaks of'),
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
    ...{ appeared: number, resolved: number, unjudged: number },
    leftOut: number.describe('Results about whole accounts and Regions, of which an audit of directories says nothing'),
    ...{ findings: list(result), gaps: list(gap), lost: list(lost) },
    evidence: list(z.strictObject({ ...place, snapshot: text, report: text }).readonly()),
    failure: text.nullable().describe('What went wrong; null when nothing did'),
  }),
  explain: z.strictObject({
    ...{
      kind: z.literal('explain'),
      ruleId: text,
      known: z.boolean().describe('False: nearest is all there is'),
      nearest: texts,
      packId: text.nullable(),
    },
    ...{ title: text.nullable(), subjectType: z.enum(subjectTypes).nullable(), inForce: z.boolean() },
    ...{ severity: severity.nullable(), baseSeverity: severity.nullable(), remediation: text.nullable() },
    ...{ controls: texts, operations: texts, parameters: z.array(parameter).readonly(), source: source.nullable() },
  }),
  findings: z.strictObject({
    ...{ kind: z.literal('findings'), ...overview, findings: list(result) },
  }),
  why: z.strictObject({
    ...{ kind: z.literal('why'), ruleId: text, subject: text.nullable(), verdicts: list(verdict), candidates: texts },
  }),
  exceptions: z.strictObject({
    ...{ kind: z.literal('exceptions'), expired: number, unused: number, exceptions: list(exception) },
  }),
  coverage: z.strictObject({
    ...{
      kind: z.literal('coverage'),
      complete: z.boolean().describe('Whether all that was asked about was completely read of late'),
      gaps: list(gap),
      lost: list(lost),
    },
    ...{ stale: number, neverAudited: number },
  }),
  help: z.strictObject({
    kind: z.literal('help'),
    commands: z.array(z.strictObject({ command: z.enum(commands), form: text, does: text }).readonly()).readonly(),
  }),
} as const satisfies { readonly [command in Command]: z.ZodType };

type DataOf<Kind extends Command> = z.output<(typeof dataSchemas)[Kind]>;

/** The first of a list, and how many there are of it in all. */
export type ListData<Item> = { readonly total: number; readonly omitted: number; readonly items: readonly Item[] };
/** Open findings without those that a valid exception answers for, which `excepted` counts. */
export type CountsData = Pick<StatusData, keyof typeof counts>;
export type ExceptionMark = z.output<typeof exceptionMark>;
export type ResultData = z.output<typeof result>;
export type GapData = z.output<typeof gap>;
/** One account and Region, or one directory. */
export type PlaceData = z.output<typeof placeStatus>;
export type OutcomeData = z.output<typeof outcome>;
export type LastRunData = z.output<typeof lastRun>;
export type ParameterData = z.output<typeof parameter>;
export type VerdictData = z.output<typeof verdict>;

export type StatusData = DataOf<'status'>;
export type FindingsData = DataOf<'findings'>;
export type ExplainData = DataOf<'explain'>;
export type WhyData = DataOf<'why'>;
export type ExceptionsData = DataOf<'exceptions'>;
export type CoverageData = DataOf<'coverage'>;
export type HelpData = DataOf<'help'>;
export type AuditData = DataOf<'audit'>;
