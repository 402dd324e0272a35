import * as z from 'zod';
import { type Command, commands } from '../../../chat/index.ts';
import { problemsOf } from '../../../engine/json-problems.ts';
import type { Problem } from '../../../model/errors.ts';
import { suggestion } from '../../../model/nearest.ts';
import { severities } from '../../../model/outcome.ts';
import { planInputSchema, requestSchema } from '../../steps.ts';

/** Not empty, because an empty list could mean all or nothing. */
const list = <Item extends z.ZodType>(item: Item, description: string) =>
  z.array(item).min(1).optional().describe(description);
const name = z.string().min(1).max(256);

const { accounts, regions } = requestSchema.shape;
const places = {
  accounts: accounts.describe('Account ids; absent: all'),
  regions: regions.describe('Region codes; absent: all'),
};
const directories = {
  directories: list(name, 'Directories by id, name or alias, as runs saw them; absent: all'),
};
const packs = { packs: list(name, 'Ids of rule packs; absent: all') };
const rules = { rules: list(name, 'Ids of rules; absent: all') };

/** What a script may ask, by command; the same questions as in chat. */
export const plainSchemas = {
  status: z.strictObject({ command: z.literal('status'), ...directories, ...places, ...packs }),
  audit: z.strictObject({
    command: z.literal('audit'),
    directories: list(name, 'Directories by id; by name or alias where a run has seen them'),
    accounts: accounts.describe('Account ids; absent: those of the directories, or all'),
    regions: regions.describe('Region codes; absent: those of the directories, or all'),
    run: planInputSchema.shape.run.optional().describe('A run that was started before: nothing new is started'),
    wait: z.boolean().default(false).describe('Whether to answer when the audit is done, not when it is started'),
  }),
  explain: z.strictObject({ command: z.literal('explain'), rule: name.describe('Id of a rule') }),
  findings: z.strictObject({
    command: z.literal('findings'),
    severities: list(z.enum(severities), 'Severities; absent: all'),
    ...packs,
    ...rules,
    ...directories,
    ...places,
  }),
  why: z.strictObject({
    command: z.literal('why'),
    rule: name.describe('Id of a rule'),
    subject: name.optional().describe('Id of a subject as in results; absent: which ones there are'),
    ...places,
  }),
  exceptions: z.strictObject({ command: z.literal('exceptions'), ...rules, ...packs, ...places }),
  coverage: z.strictObject({ command: z.literal('coverage'), ...places }),
  help: z.strictObject({ command: z.literal('help'), about: z.enum(commands).optional().describe('A command') }),
} as const satisfies { readonly [command in Command]: z.ZodType };

export const plainRequestSchema = z.discriminatedUnion('command', [
  plainSchemas.status,
  plainSchemas.audit,
  plainSchemas.explain,
  plainSchemas.findings,
  plainSchemas.why,
  plainSchemas.exceptions,
  plainSchemas.coverage,
  plainSchemas.help,
]);
export type PlainRequest = z.output<typeof plainRequestSchema>;

export type PlainReading =
  | { readonly kind: 'request'; readonly request: PlainRequest }
  | { readonly kind: 'problems'; readonly command: Command | null; readonly problems: readonly Problem[] };

/** Reads a request, or says all that is wrong with it, each with its JSON path and how to mend it. */
export function readPlain(event: unknown): PlainReading {
  const command = commandOf(event);
  if (command === undefined) return { kind: 'problems', command: null, problems: [commandProblem(event)] };
  const schema = plainSchemas[command];
  const parsed = plainRequestSchema.safeParse(event);
  if (parsed.success) return { kind: 'request', request: parsed.data };
  const keys = Object.keys(schema.shape);
  const mend = `"${command}" takes ${keys.join(', ')}.`;
  // The messages of shared schemas say "expected" themselves, as problems do.
  const problems = problemsOf(parsed.error.issues, event, { file: 'the request', mend, keys }).map(
    ({ expected, ...problem }) =>
      expected === undefined ? problem : { ...problem, expected: expected.replace(/^expected /, '') },
  );
  return { kind: 'problems', command, problems };
}

const withCommand = z.looseObject({ command: z.unknown() });

function commandOf(event: unknown): Command | undefined {
  const parsed = withCommand.safeParse(event);
  return parsed.success ? commands.find((each) => each === parsed.data.command) : undefined;
}

function commandProblem(event: unknown): Problem {
  const parsed = withCommand.safeParse(event);
  const found = parsed.success ? parsed.data.command : undefined;
  return {
    place: 'the request: $.command',
    found: `${shown(found)}${typeof found === 'string' ? suggestion(found, commands) : ''}`,
    expected: commands.join(', '),
    mend: 'Send a JSON object such as {"command":"status"}, or {"text":"status"} for an answer in one line.',
  };
}

const mostShown = 80;

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}
