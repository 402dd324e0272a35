import * as z from 'zod';
import raw from './shapes.json' with { type: 'json' };

/** Wire name and shape of a member; a scalar stands by its type, such as `string`. */
const reference = z.tuple([z.string(), z.string()]);

const shapeSchema = z.union([
  z.strictObject({ members: z.record(z.string(), reference) }),
  z.strictObject({ item: reference }),
  z.strictObject({ value: z.string() }),
  z.strictObject({ type: z.string(), min: z.number().optional(), max: z.number().optional() }),
]);

const operationSchema = z.strictObject({
  input: z.string(),
  output: z.string(),
  /** The EC2 filters that AWS documents for the operation. */
  filters: z.array(z.string()).optional(),
});

const modelSchema = z.strictObject({
  protocol: z.enum(['json', 'ec2', 'query']),
  apiVersion: z.string(),
  targetPrefix: z.string(),
  xmlNamespace: z.string(),
  operations: z.record(z.string(), operationSchema),
  shapes: z.record(z.string(), shapeSchema),
});

export type Shape = z.infer<typeof shapeSchema>;
export type OperationModel = z.infer<typeof operationSchema>;

/** What one service's operations look like on the wire. */
export type ServiceModel = z.infer<typeof modelSchema>;

/** The services that the double serves, by the name that stands in a request's credential scope and in IAM actions. */
export const serviceModels: Readonly<Record<string, ServiceModel>> = z
  .record(z.string(), modelSchema)
  .parse(raw.services);

/** The shape behind a reference; every name that the table does not describe is a scalar type. */
export const shapeOf = (model: ServiceModel, ref: string): Shape => model.shapes[ref] ?? { type: ref };

/** The members of a structure; none for anything else. */
export function membersOf(model: ServiceModel, ref: string): Readonly<Record<string, readonly [string, string]>> {
  const shape = shapeOf(model, ref);
  return 'members' in shape ? shape.members : {};
}
