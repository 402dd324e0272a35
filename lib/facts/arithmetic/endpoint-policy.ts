import * as z from 'zod';
import { Unknown } from '../../model/unknown.ts';
import { matcher } from '../globs.ts';

const texts = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const statement = z.looseObject({
  Effect: z.enum(['Allow', 'Deny']),
  Principal: z.unknown(),
  Action: texts.optional(),
  NotAction: texts.optional(),
  Resource: texts.optional(),
  NotResource: texts.optional(),
  Condition: z.record(z.string(), z.unknown()).optional(),
});
const policy = z.looseObject({
  Statement: z.union([statement, z.array(statement)]).transform((value) => [value].flat()),
});
type Statement = z.infer<typeof statement>;

/** One request that nobody signs. */
interface Request {
  /** Lower case. */
  readonly action: string;
  readonly resource: string;
}

/**
 * Whether the policy of a VPC endpoint lets everyone make a request.
 *
 * @param document JSON text
 * @returns unknown when the text cannot be read, or when it depends on a condition or on who asks
 */
export function allows(document: string, request: Request): boolean | Unknown {
  const statements = statementsOf(document);
  if (statements === undefined) return new Unknown('the policy cannot be read');
  const fitting = statements.filter((one) => fits(one, request));
  const denials = fitting.filter(({ Effect }) => Effect === 'Deny');
  const allowances = fitting.filter(({ Effect }) => Effect === 'Allow');
  if (allowances.length === 0 || denials.some(isForEveryone)) return false;
  if (denials.length === 0 && allowances.some(isForEveryone)) return true;
  return new Unknown('the policy depends on a condition or a principal');
}

function statementsOf(document: string): Statement[] | undefined {
  try {
    return policy.safeParse(JSON.parse(document)).data?.Statement;
  } catch {
    return undefined;
  }
}

/** Actions are compared without regard to case. */
function fits({ Action, NotAction, Resource, NotResource }: Statement, { action, resource }: Request): boolean {
  const lower = (names: readonly string[]) => names.map((name) => name.toLowerCase());
  const isAction = Action ? matcher(lower(Action))(action) : NotAction ? !matcher(lower(NotAction))(action) : false;
  const isResource = Resource ? matcher(Resource)(resource) : NotResource ? !matcher(NotResource)(resource) : false;
  return isAction && isResource;
}

const everyone = z.union([z.literal('*'), z.looseObject({ AWS: texts.refine((names) => names.includes('*')) })]);

const isForEveryone = ({ Principal, Condition }: Statement): boolean =>
  everyone.safeParse(Principal).success && Object.keys(Condition ?? {}).length === 0;
