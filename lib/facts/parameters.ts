import * as z from 'zod';

/**
 * The parameters that facts read; the packs declare them with defaults, a configuration overrides them. Conditions
 * read any parameter as `config.<name>` without coming by here.
 */
export const factParameters = z.looseObject({
  fedrampScope: z.union([z.literal('us-regions'), z.array(z.string())]).default('us-regions'),
  approvedOverrides: z.array(z.string()).default([]),
  idpMfaAttested: z.boolean().nullable().default(null),
  acceptedUntrusted: z.array(z.string()).default([]),
  allowedDeviceTypes: z.array(z.string()).nullable().default(null),
  allowedSelfService: z.array(z.string()).default(['RestartWorkspace']),
  kmsServerCidrs: z.array(z.string()).default([]),
  attestedRanges: z.array(z.looseObject({ cidr: z.string(), owner: z.string(), expires: z.string() })).default([]),
  clientInventory: z
    .array(z.looseObject({ platform: z.string(), protocol: z.string().optional(), clientVersion: z.string() }))
    .default([]),
  userEgressNatGatewayIds: z.array(z.string()).default([]),
  defaultMembersRules: z
    .looseObject({ ingress: z.array(z.string()), egress: z.array(z.string()) })
    .default({ ingress: [], egress: ['all 0.0.0.0/0'] }),
});

export type FactParameters = z.infer<typeof factParameters>;
