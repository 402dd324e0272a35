import type { CoverageStatus } from '../../model/coverage.ts';
import type { Severity, Status } from '../../model/outcome.ts';
import type { Json } from '../../model/report.ts';
import type { SubjectType } from '../../model/subject.ts';
import type { Command, Intent } from '../intent.ts';

/*
 * The same answers for scripts: what `data` holds, by `kind`. Members are only ever added. Lists are bounded and say how
 * many items they have in all; times are ISO 8601 in UTC; a member that is not known is null, never absent.
 *
 * They are type aliases because an interface is no `Json` to the compiler.
 */

/** The first of a list, and how many there are of it in all. */
export type ListData<Item> = { readonly total: number; readonly omitted: number; readonly items: readonly Item[] };

/** Open findings without those that a valid exception answers for, which `excepted` counts. */
export type CountsData = {
  readonly open: number;
  readonly bySeverity: { readonly [severity in Severity]: number };
  readonly excepted: number;
};

export type ExceptionMark = {
  readonly reason: string;
  readonly owner: string;
  readonly ticket: string | null;
  readonly expires: string;
  readonly expired: boolean;
};

export type ResultData = {
  readonly ruleId: string;
  readonly packId: string;
  readonly severity: Severity;
  readonly status: Status;
  readonly title: string;
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly accountId: string;
  readonly region: string;
  readonly reason: string;
  readonly exception: ExceptionMark | null;
  /** When it was first found; null where no whole run has entered it yet, and for what is no finding. */
  readonly firstSeen: string | null;
};

export type GapData = {
  readonly accountId: string;
  readonly region: string;
  readonly operation: string;
  readonly status: CoverageStatus;
  readonly errorCode: string | null;
  readonly message: string | null;
  readonly firstSeen: string | null;
};

export type LostData = { readonly accountId: string; readonly region: string; readonly message: string };

/** One account and Region, or one directory. */
export type PlaceData = CountsData & {
  readonly accountId: string;
  readonly region: string;
  readonly directory: string | null;
  /** Of the snapshot that this is said from; null when there is none. */
  readonly capturedAt: string | null;
  /** Of the newest snapshot of the whole Region; of a directory, the same as `capturedAt`. */
  readonly wholeAt: string | null;
  /** Of a directory: capture of a newer look at where it was, which did not see it; null where it is in the newest. */
  readonly absentAt: string | null;
  /** Too old to rely on. */
  readonly stale: boolean;
  /** Operations that were not completely read. */
  readonly unread: number;
  /** Results that could not be judged; null when that is not known. */
  readonly unjudged: number | null;
  /** Why the last run knows nothing of it; null when it does. */
  readonly lost: string | null;
};

/** What an answer comes to: `clean` only where nothing is open and everything was read of late. */
export type OutcomeData = 'clean' | 'open' | 'unsure';

export type LastRunData = { readonly run: string; readonly finishedAt: string; readonly lost: number };

export type StatusData = CountsData & {
  readonly kind: 'status';
  readonly outcome: OutcomeData;
  readonly lastRun: LastRunData | null;
  readonly unread: number;
  readonly unjudged: number;
  readonly stale: number;
  readonly lost: number;
  readonly neverAudited: number;
  /** Worst first. */
  readonly places: ListData<PlaceData>;
};

export type FindingsData = Omit<StatusData, 'kind' | 'places'> & {
  readonly kind: 'findings';
  /** Most severe first, excepted ones last. */
  readonly findings: ListData<ResultData>;
};

export type ParameterData = { readonly name: string; readonly value: Json; readonly configured: boolean };

export type ExplainData = {
  readonly kind: 'explain';
  readonly ruleId: string;
  /** False: the member `nearest` is all there is. */
  readonly known: boolean;
  readonly nearest: readonly string[];
  readonly packId: string | null;
  readonly title: string | null;
  readonly subjectType: SubjectType | null;
  readonly inForce: boolean;
  /** In force; grades may lower or raise it unless the configuration sets it. */
  readonly severity: Severity | null;
  readonly baseSeverity: Severity | null;
  readonly remediation: string | null;
  readonly controls: readonly string[];
  readonly operations: readonly string[];
  readonly parameters: readonly ParameterData[];
  readonly source: { readonly section: string; readonly url: string } | null;
};

export type VerdictData = ResultData & {
  readonly capturedAt: string;
  readonly snapshot: string;
  readonly report: string;
  /** Bounded: long lists and texts are cut, and say so. */
  readonly evidence: { readonly [fact: string]: Json };
  readonly missing: readonly string[];
  readonly remediation: string;
  readonly controls: readonly string[];
};

export type WhyData = {
  readonly kind: 'why';
  readonly ruleId: string;
  readonly subject: string | null;
  /** Empty when it is asked back which subject is meant, or there is none. */
  readonly verdicts: ListData<VerdictData>;
  /** Subjects that may be meant. */
  readonly candidates: readonly string[];
};

export type ExceptionsData = {
  readonly kind: 'exceptions';
  readonly expired: number;
  readonly unused: number;
  /** By their last day. */
  readonly exceptions: ListData<{
    readonly rule: string;
    readonly subject: string;
    readonly accounts: readonly string[] | null;
    readonly owner: string;
    readonly ticket: string | null;
    readonly reason: string;
    readonly expires: string;
    readonly daysLeft: number;
    readonly expired: boolean;
    /** Open findings that it speaks of. */
    readonly matched: number;
  }>;
};

export type CoverageData = {
  readonly kind: 'coverage';
  /** Whether every place that was asked about was completely read of late. */
  readonly complete: boolean;
  readonly gaps: ListData<GapData>;
  readonly lost: ListData<LostData>;
  readonly stale: number;
  readonly neverAudited: number;
};

export type HelpData = {
  readonly kind: 'help';
  readonly commands: readonly { readonly command: Command; readonly form: string; readonly does: string }[];
};

export type AuditData = CountsData & {
  readonly kind: 'audit';
  readonly outcome: OutcomeData | 'failed' | 'refused';
  readonly run: string | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly directories: readonly string[];
  /** Of these, the ones that were not seen. */
  readonly missing: readonly string[];
  readonly appeared: number;
  readonly resolved: number;
  readonly unjudged: number;
  /** Results about whole accounts and Regions that an audit of directories leaves out. */
  readonly leftOut: number;
  readonly findings: ListData<ResultData>;
  readonly gaps: ListData<GapData>;
  readonly lost: ListData<LostData>;
  /** Keys in the evidence bucket. */
  readonly evidence: ListData<{
    readonly accountId: string;
    readonly region: string;
    readonly snapshot: string;
    readonly report: string;
  }>;
  /** What went wrong, in plain words; null when nothing did. */
  readonly failure: string | null;
};

/** What `data` of an answer holds, by the kind of intent. */
export type AnswerData = {
  readonly status: StatusData;
  readonly findings: FindingsData;
  readonly explain: ExplainData;
  readonly why: WhyData;
  readonly exceptions: ExceptionsData;
  readonly coverage: CoverageData;
  readonly help: HelpData;
  readonly audit: AuditData;
}[Intent['kind']];
