import type { Event } from '@aws-sdk/client-cloudtrail';
import * as z from 'zod';

const text = z.string().optional().catch(undefined);

/** What is kept of an event: who, from where, through which endpoint, and how it ended. */
const bodySchema = z.object({
  userIdentity: z
    .object({
      ...{ type: text, arn: text, accountId: text, userName: text, invokedBy: text },
      sessionContext: z
        .object({ sessionIssuer: z.object({ type: text, arn: text, userName: text }).optional().catch(undefined) })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
  ...{ sourceIPAddress: text, errorCode: text, sessionCredentialFromConsole: text },
  tlsDetails: z.object({ tlsVersion: text, clientProvidedHostHeader: text }).optional().catch(undefined),
  requestParameters: z.unknown().optional(),
  responseElements: z.unknown().optional(),
});

/**
 * Members of requests and answers that are kept, by their names in lower case, whatever they stand in: ids, addresses of
 * routes and name servers, and a mode. All else could be anything, passwords of directories included.
 */
const members: ReadonlySet<string> = new Set([
  'certificateauthorityarn',
  'destinationcidrblock',
  'destinationipv6cidrblock',
  'destinationprefixlistid',
  'directoryid',
  'dnsipaddrs',
  'dnsipaddresses',
  'dnsips',
  'endpointencryptionmode',
  'groupid',
  'groupids',
  'networkinterfaceid',
  'resourceid',
  'routetableid',
  'sourceworkspaceid',
  'targetworkspaceid',
  'workspaceid',
]);

/** An event with only what facts read, so that nothing else reaches a file. */
export function withKeptMembers({ EventId, EventName, EventTime, EventSource, Username, Resources, ...rest }: Event) {
  const body = bodySchema.safeParse(jsonOf(rest.CloudTrailEvent));
  const kept = body.success
    ? {
        ...body.data,
        requestParameters: pruned(body.data.requestParameters),
        responseElements: pruned(body.data.responseElements),
      }
    : undefined;
  return {
    ...{ EventId, EventName, EventTime, EventSource, Username, Resources },
    ...(kept === undefined ? {} : { CloudTrailEvent: JSON.stringify(kept) }),
  };
}

function jsonOf(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? '');
  } catch {
    return undefined;
  }
}

/** @returns undefined where nothing is left */
function pruned(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return members.has(name.toLowerCase()) ? value : undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => pruned(item, name)).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value)
    .map(([key, member]) => [key, pruned(member, key)] as const)
    .filter(([, member]) => member !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
