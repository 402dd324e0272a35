import * as z from 'zod';
import { chatSettingsSchema } from '../lib/run/chat/settings.ts';

/**
 * Lambda gives a function 4 KB for its whole environment, of which its other variables take less than 1 KB.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const longestSettings = 3 * 1024;

const fields = chatSettingsSchema.safeExtend({
  reservedConcurrency: z
    .int('expected a whole number')
    .min(1, 'expected 1 to 1000')
    .max(1_000, 'expected 1 to 1000')
    .optional(),
});
export type ChatDeployment = z.infer<typeof fields>;

/** What the functions get of it: references to secrets, never secrets. */
export function settingsJson({ reservedConcurrency: _, ...settings }: ChatDeployment): string {
  return JSON.stringify(settings);
}

/** What deploy/<stage>.yml says of chats: the settings of the functions, and of the stack around them. */
export const chatDeploymentSchema = fields
  .refine(({ slack, teams }) => slack !== undefined || teams !== undefined, 'expected slack, teams or both')
  .refine((chat) => settingsJson(chat).length <= longestSettings, {
    message: `expected fewer channels and users: Lambda takes ${longestSettings} characters of them as JSON`,
  })
  .superRefine((chat, context) => {
    for (const [platform, settings] of Object.entries(chat)) {
      for (const [key, value] of typeof settings === 'object' ? Object.entries(settings) : []) {
        if (isPartOfArn(value)) context.addIssue({ code: 'custom', path: [platform, key], message: wholeArn });
      }
    }
  });

/**
 * Secrets Manager puts six characters behind the name of a secret, and finds the secret without them. A policy does not:
 * the functions would be refused it.
 */
const isPartOfArn = (value: unknown): boolean =>
  typeof value === 'string' && /^arn:[^:]*:secretsmanager:/.test(value) && !/-[A-Za-z0-9]{6}(#.*)?$/.test(value);
const wholeArn = 'expected the whole ARN of the secret, with the six characters that Secrets Manager put at its end';
