import { describe, expect, it } from 'vitest';
import {
  dir,
  directories,
  directory,
  fips,
  noDirectories,
  noWorkspaces,
  otherDir,
  tls,
  workspace,
  workspaces,
} from './fleet-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

describe('fips-unlisted-client-types-denied', () => {
  const rule = 'fips-unlisted-client-types-denied';
  const allows = (
    DeviceTypeZeroClient?: string | null,
    DeviceTypeWorkSpacesThinClient?: string,
    members: object = fips,
  ) => directory({ ...members, WorkspaceAccessProperties: { DeviceTypeZeroClient, DeviceTypeWorkSpacesThinClient } });
  const passes = { [dir]: 'COMPLIANT' };
  const broken = { [dir]: 'NON_COMPLIANT MEDIUM' };
  const notApplicable = { [dir]: 'NOT_APPLICABLE' };
  const unknown = { [dir]: 'INSUFFICIENT_DATA' };

  itJudges(rule, {
    'passes when both are denied': [{ lines: [allows('DENY', 'DENY')] }, passes],
    'fails zero clients': [{ lines: [allows('ALLOW', 'DENY')] }, broken],
    'fails thin clients': [{ lines: [allows('DENY', 'ALLOW')] }, broken],
    'fails zero clients when nothing is said of thin clients': [{ lines: [allows('ALLOW')] }, broken],
    'fails thin clients when the other value is unknown': [{ lines: [allows('SOMETIMES', 'ALLOW')] }, broken],
    'does not take silence on zero clients for a denial': [{ lines: [allows(undefined, 'DENY')] }, unknown],
    'does not take null for a denial': [{ lines: [allows(null, 'DENY')] }, unknown],
    'does not take silence on thin clients for a denial': [{ lines: [allows('DENY')] }, unknown],
    'cannot tell from an unknown value': [{ lines: [allows('DENY', 'SOMETIMES')] }, unknown],
    'cannot tell from the value of older documentation': [{ lines: [allows('TRUST', 'DENY')] }, unknown],
    'cannot tell without access properties': [{ lines: [directory(fips)] }, unknown],
    'leaves out standard directories': [{ lines: [allows('ALLOW', 'ALLOW', tls)] }, notApplicable],
    'leaves them out whatever is absent': [{ lines: [directory(tls)] }, notApplicable],
    'cannot tell whether it applies without the mode': [{ lines: [allows('ALLOW', 'ALLOW', {})] }, unknown],
    'judges FIPS directories anywhere': [{ lines: [allows('ALLOW', 'DENY')], region: 'eu-west-1' }, broken],
    'leaves out what is deregistering': [
      { lines: [allows('ALLOW', 'DENY', { ...fips, State: 'DEREGISTERING' })] },
      notApplicable,
    ],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('names the client type', async () => {
    expect(await onlyResult(rule, { lines: [allows('DENY', 'ALLOW')] })).toMatchObject({
      packId: 'fedramp-dod-srg',
      reason: expect.stringMatching(/thin ?client/i),
      controls: ['AC-17', 'AC-19', 'CM-7', 'SC-13'],
      missing: [],
    });
    expect(await onlyResult(rule, { lines: [allows(undefined, 'DENY')] })).toMatchObject({
      reason: expect.stringContaining('DeviceTypeZeroClient'),
      missing: [],
    });
  });
});

describe('fips-saml-relay-state-endpoint', () => {
  const rule = 'fips-saml-relay-state-endpoint';
  const saml = (UserAccessUrl?: string, Status: string | undefined = 'ENABLED', members: object = fips) =>
    directory({ ...members, SamlProperties: { Status, UserAccessUrl, RelayStateParameterName: 'RelayState' } });
  const relaying = (host: string) => saml(`https://idp.example.com/sso?RelayState=https://${host}/sso-idp`);
  const passes = { [dir]: 'COMPLIANT' };
  const broken = { [dir]: 'NON_COMPLIANT MEDIUM' };
  const notApplicable = { [dir]: 'NOT_APPLICABLE' };
  const unknown = { [dir]: 'INSUFFICIENT_DATA' };

  itJudges(rule, {
    'passes the FIPS endpoint of the Region': [
      { lines: [relaying('workspaces.euc-sso-fips.us-east-1.aws.amazon.com')] },
      passes,
    ],
    'passes it in GovCloud': [
      { lines: [relaying('workspaces.euc-sso-fips.us-gov-west-1.amazonaws-us-gov.com')], region: 'us-gov-west-1' },
      passes,
    ],
    'reads a relay state that is encoded in the URL': [
      {
        lines: [
          saml(
            'https://idp.example.com/sso?RelayState=https%3A%2F%2Fworkspaces.euc-sso-fips.us-east-1.aws.amazon.com%2Fsso-idp',
          ),
        ],
      },
      passes,
    ],
    'fails the endpoint that is not FIPS': [
      { lines: [relaying('workspaces.euc-sso.us-east-1.aws.amazon.com')] },
      broken,
    ],
    'fails it encoded too': [
      {
        lines: [
          saml(
            'https://idp.example.com/?RelayState=https%3A%2F%2Fworkspaces.euc-sso.us-east-1.aws.amazon.com%2Fsso-idp',
          ),
        ],
      },
      broken,
    ],
    'fails the FIPS endpoint of another Region': [
      { lines: [relaying('workspaces.euc-sso-fips.us-west-2.aws.amazon.com')] },
      broken,
    ],
    'tells the two GovCloud Regions apart': [
      { lines: [relaying('workspaces.euc-sso-fips.us-gov-west-1.amazonaws-us-gov.com')], region: 'us-gov-east-1' },
      broken,
    ],
    'fails the plain endpoint of another Region': [
      { lines: [relaying('workspaces.euc-sso.eu-west-1.aws.amazon.com')] },
      broken,
    ],
    'cannot see a relay state that the identity provider keeps': [
      { lines: [saml('https://idp.example.com/app/workspaces')] },
      unknown,
    ],
    'cannot tell without a URL': [{ lines: [saml()] }, unknown],
    'judges SAML with a fallback to directory login': [
      {
        lines: [
          saml(
            'https://idp.example.com/?RelayState=https://workspaces.euc-sso.us-east-1.aws.amazon.com/sso-idp',
            'ENABLED_WITH_DIRECTORY_LOGIN_FALLBACK',
          ),
        ],
      },
      broken,
    ],
    'leaves out directories with SAML off': [{ lines: [saml(undefined, 'DISABLED')] }, notApplicable],
    'leaves them out even without the mode': [{ lines: [saml(undefined, 'DISABLED', {})] }, notApplicable],
    'leaves out directories without SAML': [{ lines: [directory(fips)] }, notApplicable],
    'cannot tell whether it applies from an unknown status': [{ lines: [saml(undefined, 'PENDING')] }, unknown],
    'leaves out standard directories': [
      {
        lines: [
          saml(
            'https://idp.example.com/?RelayState=https://workspaces.euc-sso.us-east-1.aws.amazon.com',
            'ENABLED',
            tls,
          ),
        ],
      },
      notApplicable,
    ],
    'cannot tell whether it applies without the mode': [
      {
        lines: [
          saml(
            'https://idp.example.com/?RelayState=https://workspaces.euc-sso.us-east-1.aws.amazon.com',
            'ENABLED',
            {},
          ),
        ],
      },
      unknown,
    ],
    'leaves out Regions without a FIPS relay state': [
      { lines: [relaying('workspaces.euc-sso.eu-west-1.aws.amazon.com')], region: 'eu-west-1' },
      notApplicable,
    ],
    'leaves out what is deregistering': [
      {
        lines: [
          saml('https://idp.example.com/?RelayState=https://workspaces.euc-sso.us-east-1.aws.amazon.com', 'ENABLED', {
            ...fips,
            State: 'DEREGISTERING',
          }),
        ],
      },
      notApplicable,
    ],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('names the endpoint that it wants', async () => {
    const lines = [relaying('workspaces.euc-sso.us-west-2.aws.amazon.com')];
    expect(await onlyResult(rule, { lines, region: 'us-west-2' })).toMatchObject({
      reason: expect.stringMatching(/names euc-sso, .*workspaces\.euc-sso-fips\.us-west-2\.aws\.amazon\.com/),
      controls: ['SC-13', 'SC-8(1)', 'IA-2'],
      missing: [],
    });
  });
});

describe('fips-workspace-volumes-encrypted', () => {
  const rule = 'fips-workspace-volumes-encrypted';
  const volumes = (
    RootVolumeEncryptionEnabled?: boolean,
    UserVolumeEncryptionEnabled?: boolean,
    members: object = {},
  ) => workspace('ws-1', { RootVolumeEncryptionEnabled, UserVolumeEncryptionEnabled, ...members });
  const passes = { 'ws-1': 'COMPLIANT' };
  const broken = { 'ws-1': 'NON_COMPLIANT MEDIUM' };
  const notApplicable = { 'ws-1': 'NOT_APPLICABLE' };
  const inState = (State: string) => ({ lines: [directory(), volumes(true, false, { State })] });

  itJudges(rule, {
    'passes when both volumes are encrypted': [{ lines: [directory(fips), volumes(true, true)] }, passes],
    'passes in a standard directory too': [{ lines: [directory(tls), volumes(true, true)] }, passes],
    'fails a plain root volume': [{ lines: [directory(fips), volumes(false, true)] }, broken],
    'fails a plain user volume': [{ lines: [directory(fips), volumes(true, false)] }, broken],
    'takes an absent root flag for plain': [{ lines: [directory(fips), volumes(undefined, true)] }, broken],
    'takes an absent user flag for plain': [{ lines: [directory(fips), volumes(true)] }, broken],
    'is not satisfied by a key alone': [
      { lines: [directory(), workspace('ws-1', { VolumeEncryptionKey: 'alias/aws/workspaces' })] },
      broken,
    ],
    'judges a WorkSpace without a directory id by its Region': [
      { lines: [directory(), volumes(false, true, { DirectoryId: undefined })] },
      broken,
    ],
    'does not know whether a list of directories claims a WorkSpace without a directory id': [
      {
        lines: [directory(), volumes(false, true, { DirectoryId: undefined })],
        parameters: { fedrampScope: ['d-*'] },
      },
      { 'ws-1': 'INSUFFICIENT_DATA' },
    ],
    'leaves out a pending WorkSpace': [inState('PENDING'), notApplicable],
    'leaves out one in error': [inState('ERROR'), notApplicable],
    'leaves out one that is terminating': [inState('TERMINATING'), notApplicable],
    'leaves out a terminated one': [inState('TERMINATED'), notApplicable],
    'judges a stopped one': [inState('STOPPED'), broken],
    'judges a suspended one': [inState('SUSPENDED'), broken],
    'judges an unhealthy one': [inState('UNHEALTHY'), broken],
    'judges one in maintenance': [inState('ADMIN_MAINTENANCE'), broken],
    'judges one that is rebuilding': [inState('REBUILDING'), broken],
    'cannot tell in an unknown state': [inState('HIBERNATED'), { 'ws-1': 'INSUFFICIENT_DATA' }],
    'leaves out Regions outside the US': [{ lines: [directory(), volumes()], region: 'eu-west-1' }, notApplicable],
    'takes the claim from a list of directories': [
      {
        lines: [directory(), volumes(), workspace('ws-2', { DirectoryId: otherDir })],
        region: 'eu-west-1',
        parameters: { fedrampScope: [otherDir] },
      },
      { 'ws-1': 'NOT_APPLICABLE', 'ws-2': 'NON_COMPLIANT MEDIUM' },
    ],
    'needs no directory to judge a WorkSpace': [{ lines: [volumes()], coverage: { [directories]: 'denied' } }, broken],
    'says of the account that WorkSpaces were denied': [
      { lines: [directory()], coverage: { [workspaces]: 'denied' } },
      noWorkspaces,
    ],
    'judges what a partial read holds': [
      { lines: [directory(), volumes(true, true)], coverage: { [workspaces]: 'partial' } },
      passes,
    ],
  });

  it('lists the volumes that are not encrypted', async () => {
    const result = await onlyResult(rule, { lines: [directory(fips), volumes(true)] });
    expect(result).toMatchObject({
      severity: 'MEDIUM',
      subject: { type: 'workspace', id: 'ws-1' },
      reason: expect.stringMatching(/user/i),
      controls: ['SC-28', 'SC-28(1)', 'SC-13'],
      missing: [],
    });
    expect(result?.reason).not.toMatch(/root/i);
  });
});
