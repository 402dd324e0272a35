import { describe, expect, it } from 'vitest';
import { dir, directories, directory, noDirectories, otherDir } from './fleet-builders.ts';
import type { Line } from './harness.ts';
import {
  custom,
  description,
  descriptions,
  identityCenter,
  managedDir,
  pools,
  sharedDescription,
} from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const rule = 'directory-controllers-two-azs';
const controllersRead = 'ds:DescribeDomainControllers';

const controller = (
  DomainControllerId: string,
  AvailabilityZone?: string,
  Status?: string,
  DirectoryId = dir,
): Line => ({
  type: 'DomainController',
  resource: { DirectoryId, DomainControllerId, AvailabilityZone, Status },
});
const managedAd = (...controllers: readonly Line[]) => [directory(), description('MicrosoftAD'), ...controllers];
const inZones = (...AvailabilityZones: string[]) => ({ AvailabilityZones });

describe('an AWS Managed Microsoft AD', () => {
  itJudges(rule, {
    'two active controllers in two zones': [
      { lines: managedAd(controller('dc-1', 'us-east-1a', 'Active'), controller('dc-2', 'us-east-1b', 'Active')) },
      { [dir]: 'COMPLIANT' },
    ],
    'one that is being updated serves': [
      { lines: managedAd(controller('dc-1', 'us-east-1a', 'Active'), controller('dc-2', 'us-east-1b', 'Updating')) },
      { [dir]: 'COMPLIANT' },
    ],
    'one failed': [
      { lines: managedAd(controller('dc-1', 'us-east-1a', 'Active'), controller('dc-2', 'us-east-1b', 'Failed')) },
      { [dir]: 'NON_COMPLIANT MEDIUM' },
    ],
    'one is impaired': [
      { lines: managedAd(controller('dc-1', 'us-east-1a', 'Active'), controller('dc-2', 'us-east-1b', 'Impaired')) },
      { [dir]: 'NON_COMPLIANT MEDIUM' },
    ],
    'both in one zone': [
      { lines: managedAd(controller('dc-1', 'us-east-1a', 'Active'), controller('dc-2', 'us-east-1a', 'Active')) },
      { [dir]: 'NON_COMPLIANT MEDIUM' },
    ],
    'one of three is gone, and the other two are in one zone': [
      {
        lines: managedAd(
          controller('dc-1', 'us-east-1a', 'Active'),
          controller('dc-2', 'us-east-1a', 'Active'),
          controller('dc-3', 'us-east-1b', 'Deleted'),
        ),
      },
      { [dir]: 'NON_COMPLIANT MEDIUM' },
    ],
    'the second one is being restored': [
      { lines: managedAd(controller('dc-1', 'us-east-1a', 'Active'), controller('dc-2', 'us-east-1b', 'Restoring')) },
      { [dir]: 'INSUFFICIENT_DATA' },
    ],
    'both are being made': [
      { lines: managedAd(controller('dc-1', 'us-east-1a', 'Creating'), controller('dc-2', 'us-east-1b', 'Creating')) },
      { [dir]: 'INSUFFICIENT_DATA' },
    ],
    'the one that is being made will not make up the number': [
      { lines: managedAd(controller('dc-1', 'us-east-1a', 'Creating'), controller('dc-2', 'us-east-1b', 'Failed')) },
      { [dir]: 'NON_COMPLIANT MEDIUM' },
    ],
    'the one that is being made will not bring another zone': [
      { lines: managedAd(controller('dc-1', 'us-east-1a', 'Active'), controller('dc-2', 'us-east-1a', 'Creating')) },
      { [dir]: 'NON_COMPLIANT MEDIUM' },
    ],
    'a third one on its way changes nothing': [
      {
        lines: managedAd(
          controller('dc-1', 'us-east-1a', 'Active'),
          controller('dc-2', 'us-east-1b', 'Active'),
          controller('dc-3', 'us-east-1c', 'Creating'),
        ),
      },
      { [dir]: 'COMPLIANT' },
    ],
    'a status that nobody knows': [
      { lines: managedAd(controller('dc-1', 'us-east-1a', 'Active'), controller('dc-2', 'us-east-1b', 'Sleeping')) },
      { [dir]: 'INSUFFICIENT_DATA' },
    ],
    'a zone is absent': [
      { lines: managedAd(controller('dc-1', 'us-east-1a', 'Active'), controller('dc-2', undefined, 'Active')) },
      { [dir]: 'INSUFFICIENT_DATA' },
    ],
    'no controller at all is no answer': [{ lines: managedAd() }, { [dir]: 'INSUFFICIENT_DATA' }],
    'controllers of another directory do not count': [
      {
        lines: managedAd(
          controller('dc-1', 'us-east-1a', 'Active'),
          controller('dc-2', 'us-east-1b', 'Active', otherDir),
        ),
      },
      { [dir]: 'NON_COMPLIANT MEDIUM' },
    ],
    'controllers denied': [
      { lines: managedAd(), coverage: { [controllersRead]: 'denied' } },
      { [dir]: `INSUFFICIENT_DATA ${controllersRead}` },
    ],
    'controllers read in part: two are seen': [
      {
        lines: managedAd(controller('dc-1', 'us-east-1a', 'Active'), controller('dc-2', 'us-east-1b', 'Active')),
        coverage: { [controllersRead]: 'partial' },
      },
      { [dir]: 'COMPLIANT' },
    ],
    'controllers read in part: one is seen': [
      { lines: managedAd(controller('dc-1', 'us-east-1a', 'Active')), coverage: { [controllersRead]: 'partial' } },
      { [dir]: `INSUFFICIENT_DATA ${controllersRead}` },
    ],
  });

  it('tells how many are at work', async () => {
    const lines = managedAd(controller('dc-1', 'us-east-1a', 'Active'), controller('dc-2', 'us-east-1b', 'Failed'));
    const result = await onlyResult(rule, { lines });
    expect(result?.reason).toBe('Domain controllers at work: 1; Availability Zones with one at work: 1.');
    expect(result?.evidence).toEqual({
      'controllers.expectedCount': 1,
      'controllers.expectedZoneCount': 1,
      'controllers.servingCount': 1,
      'controllers.servingZoneCount': 1,
      'directoryService.zoneCount': {
        unknown: `DirectoryDescriptions[${dir}].VpcSettings.AvailabilityZones is absent`,
      },
      'directoryService.zones': { unknown: `DirectoryDescriptions[${dir}].VpcSettings.AvailabilityZones is absent` },
      directoryServiceType: 'MicrosoftAD',
      kind: 'DIRECTORY_SERVICE',
      state: 'REGISTERED',
    });
  });

  it('says what is on its way', async () => {
    const lines = managedAd(controller('dc-1', 'us-east-1a', 'Active'), controller('dc-2', 'us-east-1b', 'Restoring'));
    expect((await onlyResult(rule, { lines }))?.reason).toBe('Cannot be judged: in progress: dc-2 is Restoring.');
  });
});

describe('other directories', () => {
  itJudges(rule, {
    'a Simple AD in two zones': [
      { lines: [directory(), description('SimpleAD', { VpcSettings: inZones('us-east-1a', 'us-east-1b') })] },
      { [dir]: 'COMPLIANT' },
    ],
    'a Simple AD in one zone': [
      { lines: [directory(), description('SimpleAD', { VpcSettings: inZones('us-east-1a', 'us-east-1a') })] },
      { [dir]: 'NON_COMPLIANT MEDIUM' },
    ],
    'an AD Connector in two zones': [
      { lines: [directory(), description('ADConnector', { ConnectSettings: inZones('us-east-1a', 'us-east-1b') })] },
      { [dir]: 'COMPLIANT' },
    ],
    'an AD Connector in one zone': [
      { lines: [directory(), description('ADConnector', { ConnectSettings: inZones('us-east-1b') })] },
      { [dir]: 'NON_COMPLIANT MEDIUM' },
    ],
    'an AD Connector without zones in the answer': [
      { lines: [directory(), description('ADConnector')] },
      { [dir]: 'INSUFFICIENT_DATA' },
    ],
    'a directory that another account shares': [
      { lines: [directory(), sharedDescription({ AccountId: '444455556666' })] },
      { [dir]: 'INSUFFICIENT_DATA' },
    ],
    'a type that nobody knows': [{ lines: [directory(), description('NewAD')] }, { [dir]: 'INSUFFICIENT_DATA' }],
    'AWS Directory Service denied': [
      { lines: [directory()], coverage: { [descriptions]: 'denied' } },
      { [dir]: `INSUFFICIENT_DATA ${descriptions}` },
    ],
    'directories denied': [{ lines: [], coverage: { [directories]: 'denied' } }, noDirectories],
    'a directory of IAM Identity Center': [{ lines: [directory(identityCenter)] }, { [managedDir]: 'NOT_APPLICABLE' }],
    'a custom directory': [{ lines: [directory(custom)] }, { [managedDir]: 'NOT_APPLICABLE' }],
    'a Pools directory': [{ lines: [directory(pools)] }, { [dir]: 'NOT_APPLICABLE' }],
    deregistered: [{ lines: [directory({ State: 'DEREGISTERED' })] }, { [dir]: 'NOT_APPLICABLE' }],
  });

  it('says whose the controllers of a shared directory are', async () => {
    const lines = [directory(), sharedDescription({ AccountId: '444455556666' })];
    expect((await onlyResult(rule, { lines }))?.reason).toBe(
      `Cannot be judged: the controllers of ${dir} belong to the account that shares it.`,
    );
  });
});
