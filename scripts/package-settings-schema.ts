import * as z from 'zod';
import { secretReferenceSchema } from '../lib/run/chat/settings.ts';
import { targetSettingsSchema } from '../lib/run/settings.ts';
import { chatDeploymentSchema } from './package-chat-schema.ts';

/**
 * Those that osls takes, which are those of CloudWatch Logs but 1096.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
const logRetentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1827, 2192, 2557, 2922, 3288, 3653,
];

const days = z.int('expected a whole number of days').min(1, 'expected at least 1 day').max(36_500, 'expected days');

/** Lambda's own limits. */
const memory = z
  .int('expected a whole number of megabytes')
  .min(128, 'expected 128 to 10240 megabytes')
  .max(10_240, 'expected 128 to 10240 megabytes');

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
};

/** What deploy/<stage>.yml says. */
export const deploymentSchema = z.strictObject({
  targets: targetSettingsSchema,
  memberRoleName: z
    .string()
    .regex(/^([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/, 'expected the name of an IAM role, with its path if it has one'),
  externalId: z
    .string()
    .regex(/^[\w+=,.@:/-]{2,1224}$/, 'expected 2 to 1224 letters, digits or +=,.@:/-')
    .optional(),
  schedule: z.strictObject({
    enabled: z.boolean(),
    expression: z.string().regex(/^(cron|rate)\([^()]+\)$/, 'expected cron(…) or rate(…)'),
    timeZone: z.string().refine(isTimeZone, 'expected a name of the IANA time zone database, such as Europe/Berlin'),
  }),
  retentionDays: z.strictObject({
    evidence: days,
    logs: z.int().refine((value) => logRetentions.includes(value), `expected one of ${logRetentions.join(', ')}`),
  }),
  objectLock: z.strictObject({ mode: z.enum(['GOVERNANCE', 'COMPLIANCE']), days }).optional(),
  alarmEmail: z.email('expected an e-mail address').optional(),
  maxConcurrency: z
    .int('expected a whole number')
    .min(1, 'expected 1 to 1000')
    // Step Functions itself goes to 10,000; Lambda's default quota in an account is 1,000.
    .max(1_000, 'expected 1 to 1000'),
  memoryMegabytes: z.strictObject({
    ...{ plan: memory, collect: memory, evaluate: memory, publish: memory, digest: memory },
    // Came later: settings that are older do not have them.
    ask: memory.default(2048),
    // Chat platforms wait three seconds, and how much of that a cold start takes depends on the computing power.
    chat: memory.default(1024),
    deliver: memory.default(512),
  }),
  chat: chatDeploymentSchema.optional(),
});
export type DeploymentSettings = z.infer<typeof deploymentSchema>;

/** The keys that are known where an unknown one was found. */
export function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  const schema = schemaAt(path);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** Whether a reference to a secret belongs there. What is there instead may be the secret itself. */
export const isSecretReference = (path: readonly PropertyKey[]): boolean => schemaAt(path) === secretReferenceSchema;

const schemaAt = (path: readonly PropertyKey[]): unknown => path.reduce<unknown>(childOf, deploymentSchema);

function childOf(schema: unknown, key: PropertyKey): unknown {
  if (schema instanceof z.ZodOptional) return childOf(schema.unwrap(), key);
  if (schema instanceof z.ZodUnion) {
    return schema.options.map((option: unknown) => childOf(option, key)).find((child) => child !== undefined);
  }
  const child = schema instanceof z.ZodObject ? schema.shape[String(key)] : undefined;
  return child instanceof z.ZodOptional ? child.unwrap() : child;
}
