import * as z from 'zod';

import { InputError } from '../model/errors.ts';
import { planProblems } from './plan-problems.ts';
import { targetSchema } from './steps.ts';

const { accountId, region } = targetSchema.shape;

const unitOrRoot = z
  .string()
  .regex(
    /^(ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|r-[0-9a-z]{4,32})$/,
    'the id of an organizational unit or root: ou-… or r-…',
  );
const unitOrAccount = z
  .string()
  .regex(/^(ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|\d{12})$/, 'the id of an organizational unit (ou-…) or of an account');

/** Which accounts of an organization: all of it, or what is below some units; less what is left out. */
const organizationSchema = z.strictObject({
  include: z.array(unitOrRoot).min(1).optional(),
  exclude: z.array(unitOrAccount).optional(),
});
export type OrganizationFilter = z.infer<typeof organizationSchema>;

/** What a deployment audits. */
export const targetSettingsSchema = z.strictObject({
  accounts: z.union([
    z.literal('own'),
    z.array(accountId).min(1),
    z.strictObject({ organization: organizationSchema }),
  ]),
  regions: z.union([z.literal('all'), z.array(region).min(1)]),
});
export type TargetSettings = z.infer<typeof targetSettingsSchema>;

/** What a union takes, where a value is of none of the kinds that it knows. */
const choices: Readonly<Record<string, string>> = {
  accounts: '"own", a list of account ids, or {"organization":{…}}',
  regions: '"all" or a list of Region codes',
};

const keys = ['accounts', 'regions', 'organization', 'include', 'exclude'];
const place = 'the target settings';
const mend = 'Correct it in the settings of the deployment and deploy again.';

/**
 * Reads what a deployment audits.
 *
 * @param text JSON
 * @throws InputError `configuration` with every problem, each with its JSON path
 */
export function parseTargetSettings(text: string): TargetSettings {
  const value = parseJson(text);
  const parsed = targetSettingsSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => (isOfNoKind(issue) ? asChoice(issue) : issue));
  throw new InputError('configuration', planProblems(issues, value, { file: place, mend, keys }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const found = `invalid JSON (${error instanceof Error ? error.message : String(error)})`;
    throw new InputError('configuration', { place, found, mend }, { cause: error });
  }
}

/** Whether a value fits no alternative of a union even at first sight, so that telling of one of them would mislead. */
const isOfNoKind = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'invalid_union' &&
  issue.errors.every((branch) =>
    branch.every(({ code, path }) => path.length === 0 && (code === 'invalid_type' || code === 'invalid_value')),
  );

const asChoice = ({ path }: z.core.$ZodIssue): z.core.$ZodIssue => ({
  ...{ code: 'custom', path, message: choices[String(path[0])] ?? 'another value' },
});
