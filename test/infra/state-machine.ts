import { readFileSync } from 'node:fs';
import * as z from 'zod';

const state = z.looseObject({
  Type: z.string(),
  Parameters: z.record(z.string(), z.unknown()).optional(),
  TimeoutSeconds: z.number().optional(),
  Retry: z.array(z.looseObject({ ErrorEquals: z.array(z.string()), JitterStrategy: z.string() })).optional(),
  Catch: z.array(z.looseObject({ ErrorEquals: z.array(z.string()), Next: z.string() })).optional(),
});
const states = z.record(z.string(), state);

const machineSchema = z.looseObject({
  TimeoutSeconds: z.number(),
  States: z.looseObject({
    Plan: state,
    Audit: z.looseObject({
      Label: z.string(),
      ItemSelector: z.record(z.string(), z.unknown()),
      ItemProcessor: z.looseObject({ States: states }),
      ResultWriter: z.looseObject({ Parameters: z.record(z.string(), z.unknown()) }),
    }),
    Digest: state,
  }),
});

const machine = machineSchema.parse(JSON.parse(readFileSync('infra/state-machine.asl.json', 'utf8')));
export const { Plan, Audit, Digest } = machine.States;
export const timeLimit = machine.TimeoutSeconds;
export const child = Audit.ItemProcessor.States;

export const tasks = Object.entries({ Plan, ...child, Digest }).filter(([, { Type }]) => Type === 'Task');

/** What a payload template makes of its input: constants, and paths such as `$.failure.Cause`. */
export const fill = (
  template: { readonly [key: string]: unknown },
  input: unknown,
): { readonly [key: string]: unknown } =>
  Object.fromEntries(
    Object.entries(template).map(([key, value]) =>
      key.endsWith('.$') ? [key.slice(0, -2), at(String(value), input)] : [key, value],
    ),
  );

const at = (path: string, input: unknown): unknown =>
  path
    .split('.')
    .slice(1)
    .reduce<unknown>((found, key) => {
      const member: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
      if (member === undefined) throw new Error(`${path} is not in the input`);
      return member;
    }, input);
