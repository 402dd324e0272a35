import * as z from 'zod';

/*
 * What the steps of a run hand to each other through the state machine. Everything that can grow with a fleet goes
 * through the evidence bucket, because Step Functions passes on 256 KB at most; here are only the keys.
 */

const accountId = z.string().regex(/^\d{12}$/, 'expected an account id of 12 digits');
const region = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d+$/, 'expected a Region code such as us-east-1');
const directoryId = z
  .string()
  .regex(/^(d-[0-9a-f]{8,63}|wsd-[0-9a-z]{8,63})$/, 'expected a directory id: d-… or wsd-…');

/** What a run is asked to cover; absent members mean all that the deployment is set to audit. */
export const requestSchema = z.strictObject({
  accounts: z.array(accountId).min(1).optional(),
  regions: z.array(region).min(1).optional(),
  /** Only these directories; nothing outside them is judged or resolved. */
  directories: z.array(directoryId).min(1).optional(),
});
export type RunRequest = z.infer<typeof requestSchema>;

/** One account and Region to audit. */
export const targetSchema = z.object({
  accountId,
  region,
  partition: z.string(),
  /** The role to assume there; null for the auditor's own account. */
  roleArn: z.string().nullable(),
  /** null: all of the Region. */
  directories: z.array(directoryId).nullable(),
});
export type RunTarget = z.infer<typeof targetSchema>;

/** The name of the state machine's execution: unique, and part of every key that a run writes under `runs/`. */
const run = z.string().regex(/^[A-Za-z0-9_-]{1,80}$/, 'expected the name of an execution');
const time = z.iso.datetime();

export const planInputSchema = z.object({ run, startedAt: time, request: z.unknown() });
export type PlanInput = z.infer<typeof planInputSchema>;

export interface PlanOutput {
  readonly run: string;
  readonly startedAt: string;
  /** Whether the run covers all that the deployment is set to audit. */
  readonly whole: boolean;
  /** A JSON array of {@link RunTarget} in the evidence bucket. */
  readonly targets: { readonly bucket: string; readonly key: string; readonly count: number };
}

export const collectInputSchema = z.object({ run, target: targetSchema });
export type CollectInput = z.infer<typeof collectInputSchema>;

/** `done` is false when the time ran out: what was read is kept, and the same input goes on from there. */
export type CollectOutput =
  | { readonly run: string; readonly target: RunTarget; readonly done: false }
  | { readonly run: string; readonly target: RunTarget; readonly done: true; readonly snapshot: string };

export const evaluateInputSchema = z.object({ run, target: targetSchema, snapshot: z.string() });
export type EvaluateInput = z.infer<typeof evaluateInputSchema>;

export interface EvaluateOutput {
  readonly run: string;
  readonly target: RunTarget;
  /** Keys in the evidence bucket. */
  readonly snapshot: string;
  readonly report: string;
  readonly news: string;
}

export const publishInputSchema = evaluateInputSchema.extend({ report: z.string(), news: z.string() });
export type PublishInput = z.infer<typeof publishInputSchema>;

const refusal = z.object({ code: z.string(), message: z.string() });

/** What became of the findings that were due for Security Hub; counts, and the first few refusals. */
export const securityHubOutcomeSchema = z.object({
  accepted: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  unsent: z.int().nonnegative(),
  refusals: z.array(refusal.extend({ id: z.string() })),
  unavailable: refusal.extend({ why: z.enum(['not-enabled', 'denied', 'not-in-region']) }).nullable(),
});
export type SecurityHubOutcome = z.infer<typeof securityHubOutcomeSchema>;

/** What the state machine keeps of a target; the digest reads it from where the map run writes its results. */
export const targetOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('audited'),
    target: targetSchema,
    ...{ snapshot: z.string(), report: z.string(), news: z.string() },
    securityHub: securityHubOutcomeSchema,
  }),
  /** Judged and remembered, but publishing broke down; nothing is marked published, so that the next run sends it. */
  z.object({
    outcome: z.literal('unpublished'),
    target: targetSchema,
    ...{ snapshot: z.string(), report: z.string(), news: z.string() },
    error: z.string(),
    cause: z.string(),
  }),
  /** Nothing is known of it in this run. */
  z.object({
    outcome: z.literal('lost'),
    target: targetSchema,
    step: z.enum(['collect', 'evaluate']),
    error: z.string(),
    cause: z.string(),
  }),
]);
export type TargetOutcome = z.infer<typeof targetOutcomeSchema>;

export const digestInputSchema = z.object({
  run,
  startedAt: time,
  whole: z.boolean(),
  targets: z.object({ bucket: z.string(), key: z.string(), count: z.int().nonnegative() }),
  /** The manifest that the map run's result writer left. */
  results: z.object({ Bucket: z.string(), Key: z.string() }),
});
export type DigestInput = z.infer<typeof digestInputSchema>;

export interface DigestOutput {
  readonly run: string;
  readonly whole: boolean;
  readonly targets: number;
  /** Targets of which nothing is known, and operations that could be read before and no more. */
  readonly lost: number;
  readonly coverageLost: number;
  /** What Security Hub did not take, and targets whose publishing broke down. */
  readonly unpublished: number;
  readonly digest: { readonly status: 'published' | 'denied' | 'failed'; readonly message: string };
  /** Key of the run's summary in the evidence bucket. */
  readonly summary: string;
}
