import { describe, expect, it } from 'vitest';
import { account, dir, directories, directory, noDirectories } from './fleet-builders.ts';
import { custom, description, descriptions, entra, identityCenter, managedDir, pools } from './identity-builders.ts';
import { itJudges, onlyResult, type Row } from './verdict-table.ts';

const passes = { [dir]: 'COMPLIANT' };
const broken = { [dir]: 'NON_COMPLIANT HIGH' };
const notApplicable = { [dir]: 'NOT_APPLICABLE' };
const unknown = { [dir]: 'INSUFFICIENT_DATA' };
const unread = { [dir]: `INSUFFICIENT_DATA ${descriptions}` };

/** Directories that AWS Directory Service does not know, and those on their way out. */
const outside: Readonly<Record<string, Row>> = {
  'leaves out a directory with Entra ID': [{ lines: [directory(entra)] }, { [managedDir]: 'NOT_APPLICABLE' }],
  'leaves out one with Identity Center': [{ lines: [directory(identityCenter)] }, { [managedDir]: 'NOT_APPLICABLE' }],
  'leaves out a custom one': [{ lines: [directory(custom)] }, { [managedDir]: 'NOT_APPLICABLE' }],
  'leaves out a Pools directory': [
    { lines: [directory({ ...pools, DirectoryId: 'wsd-90670000p1' })] },
    { 'wsd-90670000p1': 'NOT_APPLICABLE' },
  ],
  'leaves out what is deregistering': [{ lines: [directory({ State: 'DEREGISTERING' })] }, notApplicable],
  'says of the account that directories were denied': [
    { lines: [], coverage: { [directories]: 'denied' } },
    noDirectories,
  ],
};

describe('directory-registered', () => {
  const rule = 'directory-registered';
  const inState = (State?: string | null) => ({ lines: [directory({ State })] });

  itJudges(rule, {
    'passes a registered directory': [inState('REGISTERED'), passes],
    'fails one in error': [inState('ERROR'), broken],
    'leaves out one that is deregistered': [inState('DEREGISTERED'), notApplicable],
    'waits for one that is being registered': [inState('REGISTERING'), unknown],
    'waits for one that is being deregistered': [inState('DEREGISTERING'), unknown],
    'cannot tell without a state': [inState(), unknown],
    'does not take null for one': [inState(null), unknown],
    'cannot tell from a state that nobody knows': [inState('PAUSED'), unknown],
    'judges directories that WorkSpaces manages itself': [
      { lines: [directory({ ...entra, State: 'ERROR' })] },
      { [managedDir]: 'NON_COMPLIANT HIGH' },
    ],
    'judges Pools directories': [{ lines: [directory({ ...pools, State: 'ERROR' })] }, broken],
    'judges one that was seen in a list that was not read to its end': [
      { ...inState('ERROR'), coverage: { [directories]: 'partial' } },
      broken,
    ],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('tells the message of the service', async () => {
    const lines = [directory({ State: 'ERROR', ErrorMessage: 'The subnets are gone.' })];
    expect(await onlyResult(rule, { lines })).toEqual({
      ruleId: rule,
      packId: 'directory-health',
      title: 'The directory is registered with WorkSpaces without an error',
      severity: 'HIGH',
      status: 'NON_COMPLIANT',
      subject: {
        type: 'directory',
        id: dir,
        arn: `arn:aws:workspaces:us-east-1:${account}:directory/${dir}`,
        accountId: account,
        region: 'us-east-1',
      },
      reason: 'The registration of the directory is in state ERROR; message: The subnets are gone.',
      evidence: { settledState: 'ERROR', errorMessage: 'The subnets are gone.' },
      remediation: expect.stringContaining('register the directory anew'),
      controls: ['CM-6', 'CP-10'],
      missing: [],
      exception: null,
    });
  });

  it('says what it waits for', async () => {
    expect(await onlyResult(rule, inState('REGISTERING'))).toMatchObject({
      reason: `Cannot be judged: Directories[${dir}].State is REGISTERING, on its way.`,
      missing: [],
    });
  });
});

describe('directory-service-stage-active', () => {
  const rule = 'directory-service-stage-active';
  const inStage = (Stage?: string | null, members: object = {}) => ({
    lines: [directory(), description('ADConnector', { Stage, ...members })],
  });

  itJudges(rule, {
    ...outside,
    'passes an active directory': [inStage('Active'), passes],
    'fails an impaired one': [inStage('Impaired'), broken],
    'fails an inoperable one': [inStage('Inoperable'), broken],
    'fails one that could not be made': [inStage('Failed'), broken],
    'fails one that could not be restored': [inStage('RestoreFailed'), broken],
    'waits for one that is being made': [inStage('Creating'), unknown],
    'waits for one that is being updated': [inStage('Updating'), unknown],
    'waits for one that is being deleted': [inStage('Deleting'), unknown],
    'cannot tell without a stage': [inStage(), unknown],
    'does not take null for one': [inStage(null), unknown],
    'cannot tell from a stage that nobody knows': [inStage('Napping'), unknown],
    'judges an AWS Managed Microsoft AD': [
      { lines: [directory(), description('MicrosoftAD', { Stage: 'Impaired' })] },
      broken,
    ],
    'judges it in GovCloud': [{ ...inStage('Impaired'), region: 'us-gov-west-1' }, broken],
    'names what was denied': [{ lines: [directory()], coverage: { [descriptions]: 'denied' } }, unread],
    'cannot tell of a directory that is not in the account': [{ lines: [directory()] }, unknown],
  });

  it('tells the reason of AWS Directory Service', async () => {
    const estate = inStage('Impaired', { StageReason: 'DNS unavailable' });
    expect(await onlyResult(rule, estate)).toMatchObject({
      reason: 'AWS Directory Service reports the stage Impaired; reason: DNS unavailable.',
      evidence: {
        state: 'REGISTERED',
        kind: 'DIRECTORY_SERVICE',
        'directoryService.settledStage': 'Impaired',
        'directoryService.stageReason': 'DNS unavailable',
      },
      controls: ['SI-4', 'CP-10', 'IA-2'],
    });
  });
});

describe('directory-not-shared', () => {
  const rule = 'directory-not-shared';
  const owned = (type: string, AccountId?: string) => ({
    lines: [directory(), description(type, { OwnerDirectoryDescription: { DirectoryId: dir, AccountId } })],
  });

  itJudges(rule, {
    ...outside,
    'passes a directory of its own': [{ lines: [directory(), description('MicrosoftAD')] }, passes],
    'passes one that it shares with others': [
      { lines: [directory(), description('MicrosoftAD', { ShareStatus: 'Shared' })] },
      passes,
    ],
    'passes one whose owner is this account': [owned('MicrosoftAD', account), passes],
    'fails one that another account shares': [owned('SharedMicrosoftAD', '999988887777'), broken],
    'fails a shared one of which the owner is not said': [
      { lines: [directory(), description('SharedMicrosoftAD')] },
      broken,
    ],
    'fails one of another account, whatever its type': [owned('HybridAD', '999988887777'), broken],
    'cannot tell when the owner has no account': [owned('MicrosoftAD'), unknown],
    'cannot tell from a type that nobody knows': [{ lines: [directory(), description('HybridAD')] }, unknown],
    'names what was denied': [{ lines: [directory()], coverage: { [descriptions]: 'denied' } }, unread],
  });

  it('names the owner', async () => {
    expect(await onlyResult(rule, owned('SharedMicrosoftAD', '999988887777'))).toMatchObject({
      reason: 'The directory is shared with this account; the directory belongs to account 999988887777.',
      controls: ['CM-6', 'AC-2', 'SA-9'],
    });
  });
});

describe('directory-in-primary-region', () => {
  const rule = 'directory-in-primary-region';
  const replicated = (PrimaryRegion?: string, AdditionalRegions?: readonly string[], type = 'MicrosoftAD') => ({
    lines: [directory(), description(type, { RegionsInfo: { PrimaryRegion, AdditionalRegions } })],
  });

  itJudges(rule, {
    ...outside,
    'passes the primary Region': [replicated('us-east-1', ['eu-west-1']), passes],
    'passes it before there are others': [replicated('us-east-1'), passes],
    'fails a replica': [replicated('eu-west-1', ['us-east-1']), broken],
    'fails a replica in GovCloud': [
      { ...replicated('us-gov-west-1', ['us-gov-east-1']), region: 'us-gov-east-1' },
      broken,
    ],
    'leaves out a directory of one Region': [{ lines: [directory(), description('MicrosoftAD')] }, notApplicable],
    'leaves out one whose Regions are empty': [replicated(undefined, []), notApplicable],
    'leaves out an AD Connector': [replicated('eu-west-1', [], 'ADConnector'), notApplicable],
    'leaves out a shared directory': [replicated('eu-west-1', [], 'SharedMicrosoftAD'), notApplicable],
    'cannot tell which Region is the primary one': [replicated(undefined, ['us-east-1']), unknown],
    'names what was denied': [{ lines: [directory()], coverage: { [descriptions]: 'denied' } }, unread],
  });

  it('names the Regions that WorkSpaces cannot use', async () => {
    expect(await onlyResult(rule, replicated('us-east-1', ['eu-west-1', 'ap-south-1']))).toMatchObject({
      reason: 'The primary Region of the directory is us-east-1.',
      evidence: {
        notes: ['The directory is replicated to ap-south-1, eu-west-1, where WorkSpaces cannot use it.'],
      },
    });
  });
});
