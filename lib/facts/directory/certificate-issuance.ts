import * as z from 'zod';
import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { CloudTrailEvent, Workspace } from '../../snapshot/index.ts';
import { daysBetween } from '../arithmetic/days.ts';
import { type FactTable, partition } from '../define.ts';
import type { Estate } from '../estate.ts';
import { namedAuthority } from '../joins/certificate-authority.ts';
import { daysUnused } from '../joins/connections.ts';
import { operatingSystemOf } from '../joins/operating-systems.ts';
import { protocolsOf } from '../joins/resources.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

/** How far CloudTrail's event history looks back. */
const historyDays = 90;

/** Session name under which WorkSpaces has a private CA issue certificates. */
const sessionName = 'EcmAssumeRoleSession';

const body = z.looseObject({ requestParameters: z.looseObject({ certificateAuthorityArn: z.string() }) });

function authorityIn({ CloudTrailEvent: text, Resources }: CloudTrailEvent): string | undefined {
  try {
    return body.parse(JSON.parse(text ?? '')).requestParameters.certificateAuthorityArn;
  } catch {
    return Resources?.find(({ ResourceName }) => ResourceName?.includes(':certificate-authority/'))?.ResourceName ?? '';
  }
}

/** Days since the newest certificate that WorkSpaces had the CA issue; undefined when no event tells of one. */
function daysSinceIssue({ snapshot }: Estate, arn: string): number | undefined {
  const days = snapshot.resources.CloudTrailEvent.items
    .filter(({ EventName, EventSource }) => EventName === 'IssueCertificate' && EventSource === 'acm-pca.amazonaws.com')
    .filter((event) => event.Username === sessionName && authorityIn(event) === arn)
    .flatMap(({ EventTime }) => daysBetween(EventTime ?? '', snapshot.header.capturedAt) ?? [])
    .filter((age) => age <= historyDays);
  return days.length === 0 ? undefined : Math.min(...days);
}

/** Why there may have been events that were not read. */
function unseen(estate: Estate): Unknown | undefined {
  const lookup = estate.snapshot.resources.CloudTrailLookup.items.find(({ LookupAttributes }) =>
    LookupAttributes.some(({ AttributeValue }) => AttributeValue === 'IssueCertificate'),
  );
  if (lookup === undefined) {
    return (
      estate.unread('CloudTrailEvent') ?? new Unknown('cloudtrail:LookupEvents was not asked for IssueCertificate')
    );
  }
  return lookup.StartTime
    ? new Unknown(`of the events IssueCertificate, only those since ${lookup.StartTime} were read`)
    : undefined;
}

/** On other WorkSpaces users enter their password, whatever the directory is set to. */
const takesCertificates = (workspace: Workspace): boolean => {
  const [system, protocols] = [operatingSystemOf(workspace), protocolsOf(workspace)];
  return !isUnknown(system) && system.startsWith('WINDOWS') && !isUnknown(protocols) && protocols.includes('WSP');
};

/** Why no certificate need have been issued; undefined when a user surely signed in where one is needed. */
function nobodyConnected({ estate, directory }: DirectoryContext): Unknown | undefined {
  const desktops = estate.liveWorkspaces(directory.DirectoryId).filter(takesCertificates);
  const { known, unknown } = partition(desktops.map((workspace) => daysUnused(estate, workspace)));
  if (known.some((days) => days !== null && days <= historyDays)) return undefined;
  const nobody = new Unknown(
    `nobody is known to have connected to a Windows WorkSpace with DCV in ${historyDays} days`,
  );
  return estate.unread('Workspace') ?? unknown ?? nobody;
}

function daysSinceCertificate(context: DirectoryContext): number | null | Unknown {
  const { estate, directory } = context;
  const named = namedAuthority(directory);
  if (isUnknown(named)) return named;
  if (named === null) return new Unknown('the directory names no private CA');
  const days = daysSinceIssue(estate, named.arn);
  if (days !== undefined) return Math.floor(days);
  if (named.accountId !== estate.accountId) {
    return new Unknown(`the private CA belongs to ${named.accountId}, in whose CloudTrail its certificates stand`);
  }
  return unseen(estate) ?? nobodyConnected(context) ?? null;
}

/** Whether users are in fact given certificates. */
export const certificateIssuanceFacts: FactTable<DirectoryContext> = {
  'certificateAuthority.daysSinceIssue': {
    type: 'number',
    about:
      'Whole days since WorkSpaces last had the private CA issue a certificate; null when CloudTrail has no such event ' +
      'of 90 days although users connected; unknown when no user is known to have connected.',
    from: [op.directories, op.workspaces, op.connectionStatus, op.cloudTrail],
    nullable: true,
    read: daysSinceCertificate,
  },
};
