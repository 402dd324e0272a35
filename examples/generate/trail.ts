import { lookups } from '../../lib/collect/trail-lookups.ts';
import type { Place } from './place.ts';
import { hex } from './seeds.ts';

/** Something that somebody did through the API, of which CloudTrail tells. */
export interface Deed {
  readonly event: string;
  /** The service's name before `.amazonaws.com`. */
  readonly service: string;
  readonly at: string;
  /** A person signs in through a role; without one, an AWS service acts for the account. */
  readonly by: string | { readonly service: string };
  readonly request: Readonly<Record<string, unknown>>;
  readonly response?: Readonly<Record<string, unknown>>;
  /** The endpoint that was called, where the event tells. */
  readonly host?: string;
}

/** Adds an event, with no more of it than a collection keeps. */
export function record(place: Place, { event, service, at, by, request, response, host }: Deed): void {
  const EventId = hex(`event ${event} ${at} ${JSON.stringify([request, response])}`, 32).replace(
    /^(.{8})(.{4})(.{4})(.{4})(.{12})$/,
    '$1-$2-$3-$4-$5',
  );
  place.further.of('CloudTrailEvent').push({
    EventId,
    EventName: event,
    EventTime: new Date(at),
    EventSource: `${service}.amazonaws.com`,
    Username: typeof by === 'string' ? by : sessionOf(by.service),
    Resources: [],
    CloudTrailEvent: JSON.stringify({
      ...callerOf(place, by),
      ...(host !== undefined && { tlsDetails: { tlsVersion: 'TLSv1.3', clientProvidedHostHeader: host } }),
      requestParameters: request,
      ...(response !== undefined && { responseElements: response }),
    }),
  });
}

/** WorkSpaces issues certificates in sessions of this name. */
const sessionOf = (service: string): string => (service === 'workspaces' ? 'EcmAssumeRoleSession' : service);

function callerOf({ origin: { partition, accountId } }: Place, by: Deed['by']) {
  if (typeof by !== 'string') {
    const host = `${by.service}.amazonaws.com`;
    return { userIdentity: { type: 'AWSService', invokedBy: host }, sourceIPAddress: host };
  }
  const role = 'desktop-administrators';
  return {
    userIdentity: {
      type: 'AssumedRole',
      arn: `arn:${partition}:sts::${accountId}:assumed-role/${role}/${by}`,
      accountId,
      sessionContext: {
        sessionIssuer: { type: 'Role', arn: `arn:${partition}:iam::${accountId}:role/${role}`, userName: role },
      },
    },
    sourceIPAddress: '203.0.113.10',
  };
}

/** WorkSpaces has a directory's private CA issue a certificate to a user who signs in. */
export function issueCertificate(place: Place, alias: string): void {
  const { CertificateBasedAuthProperties: properties } = place.directory(alias);
  record(place, {
    event: 'IssueCertificate',
    service: 'acm-pca',
    at: '2026-11-21T18:44:00.000Z',
    by: { service: 'workspaces' },
    request: { certificateAuthorityArn: properties?.CertificateAuthorityArn },
  });
}

/** Says of everything that is looked up in CloudTrail that it was read back to the last 90 days. */
export function lookEverythingUp(place: Place): void {
  for (const { attribute } of lookups) {
    const { AttributeKey = 'EventName', AttributeValue } = attribute;
    place.further.of('CloudTrailLookup').push({ LookupAttributes: [{ AttributeKey, AttributeValue }] });
  }
}
