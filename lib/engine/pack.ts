import * as z from 'zod';
import { severities, statuses } from '../model/outcome.ts';
import { subjectTypes } from '../model/subject.ts';
import { operators } from './operators.ts';

const idPattern = /^[a-z][a-z0-9-]*$/;
const id = z.string().regex(idPattern, 'lower case words joined by hyphens');
const sentence = z.string().min(1);
const json: z.ZodType<unknown> = z.unknown();

const operatorName = z.enum(Object.keys(operators));

const leaf = z.strictObject({
  fact: z.string().describe('Name of a fact of the subject, or config.<parameter>.'),
  operator: operatorName,
  value: json.optional().describe('A literal, or {"fact": name} to compare with another fact.'),
  because: sentence.optional().describe('Clause for the reason when this comparison is what fails.'),
});

const reference = z.strictObject({ condition: id.describe('Name of a shared condition of this pack.') });

/** A condition as it stands in a pack file: references are resolved when the pack is loaded. */
export type RawCondition =
  | { all: RawCondition[] }
  | { any: RawCondition[] }
  | z.infer<typeof reference>
  | z.infer<typeof leaf>;

const condition: z.ZodType<RawCondition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    reference,
    leaf,
  ]),
);

const factValues = z.record(z.string(), json);

const example = z.strictObject({
  name: sentence.describe('What the example shows.'),
  facts: factValues.describe(
    'Facts of the subject; {"unknown": why} for one that could not be read. Others are unknown.',
  ),
  parameters: factValues.optional().describe('Parameters that differ from their defaults.'),
  outcome: z.enum(statuses),
  severity: z.enum(severities).optional().describe('The graded severity, where the rule grades.'),
  missing: z.array(z.string()).optional().describe('Operations that an INSUFFICIENT_DATA result must name.'),
});

const rule = z.strictObject({
  id,
  title: sentence.describe('States the compliant condition.'),
  why: sentence.optional().describe('What goes wrong otherwise; for whoever must decide whether to mend it.'),
  severity: z.enum(severities),
  subject: z.enum(subjectTypes),
  appliesWhen: condition.optional().describe('When false the result is NOT_APPLICABLE. Always, when absent.'),
  requires: condition.describe('The compliance condition.'),
  severityWhen: z
    .array(z.strictObject({ severity: z.enum(severities), when: condition }))
    .min(1)
    .optional()
    .describe('Grades the severity: the first clause that is proven counts.'),
  reason: z.strictObject({
    compliant: sentence,
    nonCompliant: sentence.describe('Used when no failing comparison has a "because".'),
  }),
  notes: z
    .array(z.strictObject({ when: condition, text: sentence }))
    .min(1)
    .optional()
    .describe('Remarks for evidence.notes that do not change the verdict.'),
  evidence: z.array(z.string()).min(1).optional().describe('Facts to show beside those that the conditions read.'),
  remediation: sentence,
  steps: z
    .strictObject({
      console: sentence.optional().describe('Where in the AWS console, as a path: WorkSpaces > Directories > …'),
      cli: sentence.optional().describe('AWS CLI command, with PLACEHOLDERS in capitals.'),
    })
    .optional()
    .describe('How to carry the remediation out; a member is absent where there is no such way.'),
  controls: z.array(z.string().regex(/^[A-Z]{2}-\d+(\(\d+\))?$/, 'a NIST SP 800-53 control id such as SC-7(5)')),
  source: z.strictObject({
    section: sentence.describe("Title of the administration guide's section, or of the practice."),
    url: z.url(),
    origin: z.enum(['guide', 'practice']).optional(),
  }),
  examples: z.array(example).min(2),
});

const parameter = z.strictObject({
  type: sentence.describe('The type in words.'),
  schema: z.record(z.string(), json).describe('JSON Schema of the value.'),
  default: json,
  description: sentence,
});

/** The shape of a pack file. */
export const packSchema = z.strictObject({
  $schema: z.string().optional(),
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version such as 1.0.0'),
  title: sentence,
  description: sentence,
  parameters: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), parameter).optional(),
  conditions: z.record(id, condition).optional().describe('Conditions that several rules share.'),
  rules: z.array(rule).min(1),
});

/** Every key that a pack file can have, for telling which one a misspelt key meant. */
export const packKeys: readonly string[] = [packSchema, rule, leaf, example, parameter].flatMap((schema) =>
  Object.keys(schema.shape),
);

export type RawPack = z.infer<typeof packSchema>;
export type RawRule = RawPack['rules'][number];
export type Example = RawRule['examples'][number];
