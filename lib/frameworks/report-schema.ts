import * as z from 'zod';
import { coverageGapSchema } from '../findings/index.ts';
import { severities, statuses } from '../model/outcome.ts';
import { subjectTypes } from '../model/subject.ts';
import { coverages, sourceSchema } from './schema.ts';

/** OSCAL's states of a finding's target, and `not-assessed` for a control without a verdict; worst first. */
export const controlStatuses = ['not-satisfied', 'satisfied', 'not-assessed'] as const;

/** What decided a status; docs/frameworks.md says when each applies. */
export const reasons = [
  'findings',
  'findings-excepted',
  'rules',
  'rules-and-attestations',
  'no-finding',
  'insufficient-data',
  'not-in-force',
  'not-applicable',
  'manual-items',
  'not-covered',
] as const;

const text = z.string();
const texts = z.array(text);
const count = z.int().nonnegative();
const counts = <K extends string>(keys: readonly K[]) => z.record(z.enum(keys), count);
const place = { accountId: text, region: text };

const attestation = z.strictObject({ who: text, when: text, evidence: text, expires: text });

const rule = z.strictObject({
  ruleId: text,
  inForce: z.boolean(),
  /** Worst of its findings, of those without a valid exception if there are any; null when it has none. */
  severity: z.enum(severities).nullable(),
  byStatus: counts(statuses),
  /** Of the NON_COMPLIANT results: those under a valid exception. */
  excepted: count,
  /** Operations that its verdicts wait for. */
  missing: texts,
  /** Behind NON_COMPLIANT and INSUFFICIENT_DATA results, and with `--all` behind all. */
  subjects: z.array(
    z.strictObject({
      ...{ type: z.enum(subjectTypes), id: text, ...place },
      ...{ status: z.enum(statuses), excepted: z.boolean() },
    }),
  ),
});

const control = z.strictObject({
  ...{ id: text, title: text, verified: z.boolean(), note: text.nullable() },
  ...{ status: z.enum(controlStatuses), reason: z.enum(reasons), because: text },
  /** Null where neither a rule nor a manual item speaks of the control. */
  coverage: z.enum(coverages).nullable(),
  coverageBecause: text.nullable(),
  manual: z.array(z.strictObject({ item: text, attested: z.boolean() })),
  rules: z.array(rule),
});

const manualItem = z.strictObject({
  ...{ id: text, group: text, title: text, check: text, section: text.nullable() },
  /** Those of the framework that it belongs to. */
  controls: texts,
  /** The one that counts; null when the item is not assessed. */
  attestation: attestation.nullable(),
});

/** `evaluate --framework ID --format json`, format version 1. */
export const frameworkReportSchema = z.strictObject({
  ...{ formatVersion: z.literal(1), generator: text },
  framework: z.strictObject({ id: text, title: text, source: sourceSchema, unlisted: texts }),
  snapshots: z.array(z.strictObject({ ...place, capturedAt: text, sha256: text })),
  packs: z.array(z.strictObject({ id: text, version: text, sha256: text })),
  summary: z.strictObject({
    controls: count,
    byStatus: counts(controlStatuses),
    byReason: counts(reasons),
    /** Controls of which the sources do not agree that the framework holds them. */
    unverified: count,
    manualItems: count,
    attested: count,
  }),
  /** Operations that list subjects and were not completely read, or accounts that could not be entered. */
  unseen: texts,
  /** Places (`account Region`) of which only some directories were read on purpose. */
  limited: texts,
  /** Globs of the directories that count; see docs/configuration.md. */
  scope: z.strictObject({ include: texts, exclude: texts }),
  coverage: z.array(coverageGapSchema),
  /** Attestations that no longer hold, in the order of the configuration. */
  expired: z.array(attestation.extend({ item: text })),
  manualItems: z.array(manualItem),
  controls: z.array(control),
});

export type FrameworkReport = z.infer<typeof frameworkReportSchema>;
export type AssessedControl = z.infer<typeof control>;
export type RuleEvidence = z.infer<typeof rule>;
export type ReportedItem = z.infer<typeof manualItem>;
export type ControlStatus = (typeof controlStatuses)[number];
export type Reason = (typeof reasons)[number];
