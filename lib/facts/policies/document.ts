import * as z from 'zod';
import { Unknown } from '../../model/unknown.ts';

/** What a statement names: patterns, or everything but them (`NotAction`, `NotResource`). */
export interface Selection {
  readonly patterns: readonly string[];
  readonly isInverted: boolean;
}

/** Who a statement is about: `Service workspaces.amazonaws.com`, `AWS 111122223333`, or `*`. */
export interface Principals {
  readonly names: readonly string[];
  readonly isInverted: boolean;
}

/** One test of a statement's conditions; all of them must hold, each with one of its values. */
export interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

export interface Statement {
  /** Its Sid, or its place. */
  readonly label: string;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Selection;
  /** Everything, where the document does not say: trust policies name no resource. */
  readonly resources: Selection;
  readonly principals: Principals;
  readonly conditions: readonly Condition[];
}

export interface PolicyDocument {
  /** Whether `${…}` stands for a value; in the older version of the language it is plain text. */
  readonly hasVariables: boolean;
  readonly statements: readonly Statement[];
}

const listOf = <T extends z.ZodType>(item: T) => z.union([item, z.array(item)]).transform((value) => [value].flat());
const texts = listOf(z.string());
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const principal = z.union([z.literal('*'), z.record(z.string(), texts)]);

const statementSchema = z
  .looseObject({
    Sid: z.string().optional(),
    Effect: z.enum(['Allow', 'Deny']),
    Action: texts.optional(),
    NotAction: texts.optional(),
    Resource: texts.optional(),
    NotResource: texts.optional(),
    Principal: principal.optional(),
    NotPrincipal: principal.optional(),
    Condition: z.record(z.string(), z.record(z.string(), listOf(scalar))).optional(),
  })
  // A statement without an action has no meaning, and is none that AWS takes.
  .refine(({ Action, NotAction }) => (Action === undefined) !== (NotAction === undefined));

const documentSchema = z.looseObject({ Version: z.string().optional(), Statement: listOf(statementSchema) });

/**
 * Reads a policy of IAM, or of a resource, as AWS returns it.
 *
 * @param source JSON text, plain or URL-encoded, or what the AWS CLI decoded of it
 * @param path of the member, for the reason
 * @returns unknown when it is absent or is no policy: half of a policy says nothing
 */
export function policyOf(source: unknown, path: string): PolicyDocument | Unknown {
  if (source === undefined || source === null) return new Unknown(`${path} is absent`);
  const { data } = documentSchema.safeParse(typeof source === 'string' ? parsed(source) : source);
  if (data === undefined) return new Unknown(`${path} cannot be read as a policy`);
  return { hasVariables: data.Version === '2012-10-17', statements: data.Statement.map(statementOf) };
}

function parsed(text: string): unknown {
  for (const decode of [(same: string) => same, decodeURIComponent]) {
    try {
      return JSON.parse(decode(text));
    } catch {
      // Not written in this way; what is written in neither is no policy.
    }
  }
  return undefined;
}

function statementOf(raw: z.infer<typeof statementSchema>, index: number): Statement {
  const { Sid, Effect, Action, NotAction, Resource, NotResource, Principal, NotPrincipal, Condition } = raw;
  return {
    label: Sid || `Statement[${index}]`,
    effect: Effect,
    actions: { patterns: Action ?? NotAction ?? [], isInverted: Action === undefined },
    resources: { patterns: Resource ?? NotResource ?? ['*'], isInverted: NotResource !== undefined },
    principals: { names: namesOf(Principal ?? NotPrincipal), isInverted: NotPrincipal !== undefined },
    conditions: Object.entries(Condition ?? {}).flatMap(([operator, tests]) =>
      Object.entries(tests).map(([key, values]) => ({ operator, key, values })),
    ),
  };
}

const namesOf = (raw: z.infer<typeof principal> | undefined): string[] =>
  raw === undefined || raw === '*'
    ? [raw ?? []].flat()
    : Object.entries(raw).flatMap(([type, ids]) => ids.map((id) => `${type} ${id}`));
