import { readFileSync } from 'node:fs';
import * as z from 'zod';

const retry = z.strictObject({
  ErrorEquals: z.array(z.string()),
  IntervalSeconds: z.number(),
  BackoffRate: z.number(),
  MaxDelaySeconds: z.number(),
  MaxAttempts: z.number(),
  JitterStrategy: z.literal('FULL'),
});
export type Retry = z.infer<typeof retry>;

const task = z.strictObject({
  Type: z.literal('Task'),
  Comment: z.string(),
  Resource: z.string(),
  Parameters: z.record(z.string(), z.unknown()),
  TimeoutSeconds: z.number(),
  Retry: z.array(retry),
  ResultSelector: z.record(z.string(), z.string()).optional(),
  ResultPath: z.string().optional(),
  Catch: z
    .array(z.strictObject({ ErrorEquals: z.array(z.string()), ResultPath: z.string(), Next: z.string() }))
    .optional(),
  Next: z.string().optional(),
  End: z.boolean().optional(),
});
export type Task = z.infer<typeof task>;

const choice = z.strictObject({
  Type: z.literal('Choice'),
  Choices: z.array(z.strictObject({ Variable: z.string(), IsPresent: z.literal(true), Next: z.string() })),
  Default: z.string(),
});
const pass = z.strictObject({
  Type: z.literal('Pass'),
  Comment: z.string(),
  Result: z.unknown(),
  ResultPath: z.string(),
  Next: z.string(),
});

const schema = z.strictObject({
  Comment: z.string(),
  StartAt: z.string(),
  TimeoutSeconds: z.number(),
  States: z.record(z.string(), z.discriminatedUnion('Type', [task, choice, pass])),
});

export const machine = schema.parse(JSON.parse(readFileSync('infra/chat-state-machine.asl.json', 'utf8')));

const members = Object.entries(machine.States);
export const tasks: ReadonlyMap<string, Task> = new Map(
  members.flatMap(([name, state]) => (state.Type === 'Task' ? [[name, state] as const] : [])),
);

/** What a state, as Step Functions runs it, may be told: its input, and the context of the execution. */
interface Told {
  readonly input: unknown;
  readonly context: unknown;
}

/** What Step Functions makes of a payload template; a path that leads nowhere fails, as it does there. */
export function fill(template: unknown, told: Told): unknown {
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) =>
      key.endsWith('.$') ? [key.slice(0, -2), at(String(value), told)] : [key, fill(value, told)],
    ),
  );
}

const at = (path: string, { input, context }: Told): unknown =>
  path
    .split('.')
    .slice(1)
    .reduce<unknown>(
      (found, key) => {
        const member: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
        if (member === undefined) throw new Error(`${path} is not there`);
        return member;
      },
      path.startsWith('$$.') ? context : input,
    );

/** What is kept of a result: put into the input at a path of one name. */
export const keep = (path: string, input: object, result: unknown): object => ({
  ...input,
  [path.replace('$.', '')]: result,
});

/** The state that a choice leads to, or that comes next. */
export function after(name: string, input: object): string | undefined {
  const state = machine.States[name];
  if (state === undefined) throw new Error(`there is no state ${name}`);
  if (state.Type !== 'Choice') return state.Next;
  return state.Choices.find(({ Variable }) => isThere(Variable, input))?.Next ?? state.Default;
}

function isThere(path: string, input: unknown): boolean {
  try {
    at(path, { input, context: {} });
    return true;
  } catch {
    return false;
  }
}
