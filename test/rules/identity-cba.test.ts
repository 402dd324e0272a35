import { describe, expect, it } from 'vitest';
import {
  dcv,
  dir,
  directories,
  directory,
  noDirectories,
  noWorkspaces,
  otherDir,
  pcoip,
  workspace,
  workspaces,
} from './fleet-builders.ts';
import { certificates, description, descriptions, fallback, radius, saml } from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const on = certificates('ENABLED');
const passes = { [dir]: 'COMPLIANT' };
const medium = { [dir]: 'NON_COMPLIANT MEDIUM' };
const notApplicable = { [dir]: 'NOT_APPLICABLE' };
const unknown = { [dir]: 'INSUFFICIENT_DATA' };

describe('cba-requires-saml', () => {
  const rule = 'cba-requires-saml';

  itJudges(rule, {
    'passes both on': [{ lines: [directory({ ...on, ...saml('ENABLED') })] }, passes],
    'passes SAML with the fallback': [{ lines: [directory({ ...on, ...saml(fallback) })] }, passes],
    'fails certificates while SAML is off': [{ lines: [directory({ ...on, ...saml('DISABLED') })] }, medium],
    'fails certificates while SAML was never set': [{ lines: [directory(on)] }, medium],
    'fails SAML properties without a status': [
      { lines: [directory({ ...on, ...saml(undefined, 'https://idp.example.com') })] },
      medium,
    ],
    'cannot tell from an unknown status of SAML': [{ lines: [directory({ ...on, ...saml('PENDING') })] }, unknown],
    'leaves out directories without certificates': [{ lines: [directory()] }, notApplicable],
    'leaves out directories with certificates off': [{ lines: [directory(certificates('DISABLED'))] }, notApplicable],
    'cannot tell whether it applies from an unknown status': [{ lines: [directory(certificates('PENDING'))] }, unknown],
    'leaves out what is deregistering': [{ lines: [directory({ ...on, State: 'DEREGISTERING' })] }, notApplicable],
    'leaves out what is deregistered': [{ lines: [directory({ ...on, State: 'DEREGISTERED' })] }, notApplicable],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('says both states', async () => {
    expect(await onlyResult(rule, { lines: [directory({ ...on, ...saml('DISABLED') })] })).toMatchObject({
      packId: 'identity',
      severity: 'MEDIUM',
      reason:
        'Certificate-based authentication is on while SAML 2.0 is DISABLED, so that no user can sign in with a certificate.',
      evidence: { 'certificateBasedAuth.status': 'ENABLED', 'saml.status': 'DISABLED', state: 'REGISTERED' },
      controls: ['IA-2', 'IA-5(2)'],
      missing: [],
    });
  });
});

describe('cba-workspaces-windows-dcv', () => {
  const rule = 'cba-workspaces-windows-dcv';
  const desktop = (OperatingSystemName?: string, Protocols?: readonly string[], members: object = {}) =>
    workspace('ws-1', { WorkspaceProperties: { OperatingSystemName, Protocols }, ...members });
  const fits = { 'ws-1': 'COMPLIANT' };
  const low = { 'ws-1': 'NON_COMPLIANT LOW' };
  const leftOut = { 'ws-1': 'NOT_APPLICABLE' };
  const open = { 'ws-1': 'INSUFFICIENT_DATA' };
  const registered = directory(on);

  itJudges(rule, {
    'passes Windows on DCV': [{ lines: [registered, desktop('WINDOWS_11', dcv)] }, fits],
    'passes Windows Server': [{ lines: [registered, desktop('WINDOWS_SERVER_2022', dcv)] }, fits],
    'passes a Windows that is newer than the rule': [
      { lines: [registered, desktop('WINDOWS_SERVER_2031', dcv)] },
      fits,
    ],
    'takes the name DCV for WSP': [{ lines: [registered, desktop('WINDOWS_11', ['DCV'])] }, fits],
    'passes both protocols': [{ lines: [registered, desktop('WINDOWS_11', ['PCOIP', 'WSP'])] }, fits],
    'fails Windows on PCoIP': [{ lines: [registered, desktop('WINDOWS_11', pcoip)] }, low],
    'fails Ubuntu on DCV': [{ lines: [registered, desktop('UBUNTU_22_04', dcv)] }, low],
    'fails Amazon Linux on PCoIP': [{ lines: [registered, desktop('AMAZON_LINUX_2', pcoip)] }, low],
    'fails Linux whatever its protocol': [{ lines: [registered, desktop('ROCKY_8')] }, low],
    'fails PCoIP whatever its operating system': [{ lines: [registered, desktop('UNKNOWN', pcoip)] }, low],
    'cannot tell without the operating system': [{ lines: [registered, desktop(undefined, dcv)] }, open],
    'cannot tell when the API does not know it': [{ lines: [registered, desktop('UNKNOWN', dcv)] }, open],
    'cannot tell without the protocols': [{ lines: [registered, desktop('WINDOWS_11')] }, open],
    'cannot tell without properties': [{ lines: [registered, workspace('ws-1')] }, open],
    'leaves out directories without certificates': [{ lines: [directory(), desktop('UBUNTU_22_04', pcoip)] }, leftOut],
    'leaves out directories with certificates off': [
      { lines: [directory(certificates('DISABLED')), desktop('UBUNTU_22_04', pcoip)] },
      leftOut,
    ],
    'reads the setting of the own directory': [
      {
        lines: [
          registered,
          directory({ DirectoryId: otherDir }),
          desktop('UBUNTU_22_04', dcv),
          workspace('ws-2', {
            DirectoryId: otherDir,
            WorkspaceProperties: { OperatingSystemName: 'UBUNTU_22_04', Protocols: dcv },
          }),
        ],
      },
      { 'ws-1': 'NON_COMPLIANT LOW', 'ws-2': 'NOT_APPLICABLE' },
    ],
    'cannot tell whether it applies from an unknown status': [
      { lines: [directory(certificates('PENDING')), desktop('UBUNTU_22_04', dcv)] },
      open,
    ],
    'leaves out what is terminating': [
      { lines: [registered, desktop('UBUNTU_22_04', pcoip, { State: 'TERMINATING' })] },
      leftOut,
    ],
    'leaves out what is terminated': [
      { lines: [registered, desktop('UBUNTU_22_04', pcoip, { State: 'TERMINATED' })] },
      leftOut,
    ],
    'judges what is stopped': [{ lines: [registered, desktop('UBUNTU_22_04', dcv, { State: 'STOPPED' })] }, low],
    'cannot tell in an unknown state': [
      { lines: [registered, desktop('UBUNTU_22_04', dcv, { State: 'HIBERNATED' })] },
      open,
    ],
    'cannot tell whether it applies when directories were denied': [
      { lines: [desktop('UBUNTU_22_04', dcv)], coverage: { [directories]: 'denied' } },
      { 'ws-1': `INSUFFICIENT_DATA ${directories}` },
    ],
    'cannot tell whether it applies when the directory was not returned': [
      { lines: [desktop('UBUNTU_22_04', dcv)] },
      open,
    ],
    'says of the account that WorkSpaces were denied': [
      { lines: [registered], coverage: { [workspaces]: 'denied' } },
      noWorkspaces,
    ],
  });

  it('names what does not fit', async () => {
    expect(await onlyResult(rule, { lines: [registered, desktop('UBUNTU_22_04', pcoip)] })).toMatchObject({
      severity: 'LOW',
      subject: { type: 'workspace', id: 'ws-1' },
      reason:
        'The operating system is UBUNTU_22_04, where the user still has to enter the domain password; the WorkSpace streams with PCOIP instead of DCV (WSP), where the user still has to enter the domain password.',
      evidence: {
        'directory.certificateBasedAuth.status': 'ENABLED',
        operatingSystem: 'UBUNTU_22_04',
        protocols: ['PCOIP'],
        state: 'AVAILABLE',
      },
      controls: ['IA-2', 'IA-5(2)'],
      missing: [],
    });
  });
});

describe('cba-mfa-enforced-at-idp', () => {
  const rule = 'cba-mfa-enforced-at-idp';
  const attested = { idpMfaAttested: true };
  const refuted = { idpMfaAttested: false };

  itJudges(rule, {
    'passes when MFA is attested': [{ lines: [directory(on)], parameters: attested }, passes],
    'passes whatever the directory asks for': [
      { lines: [directory(on), description('ADConnector', radius('Completed'))], parameters: attested },
      passes,
    ],
    'fails when it is said not to be': [{ lines: [directory(on)], parameters: refuted }, medium],
    'is not satisfied by MFA of the directory, which is not asked for': [
      { lines: [directory(on), description('ADConnector', radius('Completed'))], parameters: refuted },
      medium,
    ],
    'cannot tell while nobody has said': [{ lines: [directory(on)] }, unknown],
    'needs nothing of Directory Service': [
      { lines: [directory(on)], parameters: refuted, coverage: { [descriptions]: 'denied' } },
      medium,
    ],
    'leaves out directories without certificates': [{ lines: [directory()], parameters: refuted }, notApplicable],
    'leaves out directories with certificates off': [
      { lines: [directory(certificates('DISABLED'))], parameters: refuted },
      notApplicable,
    ],
    'cannot tell whether it applies from an unknown status': [
      { lines: [directory(certificates('PENDING'))], parameters: refuted },
      unknown,
    ],
    'leaves out what is deregistering': [
      { lines: [directory({ ...on, State: 'DEREGISTERING' })], parameters: refuted },
      notApplicable,
    ],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('asks for the attestation, and remarks on MFA of the directory', async () => {
    const lines = [directory(on), description('ADConnector', radius('Completed'))];
    expect(await onlyResult(rule, { lines })).toMatchObject({
      status: 'INSUFFICIENT_DATA',
      reason:
        'Cannot be judged: no API tells whether the identity provider enforces MFA, and the parameter idpMfaAttested does not say it.',
      evidence: {
        'certificateBasedAuth.status': 'ENABLED',
        'radius.status': 'Completed',
        notes: ["The directory's own MFA (RADIUS Completed) is not asked for when users sign in with certificates."],
      },
      controls: ['IA-2(1)', 'IA-2(2)'],
      missing: [],
    });
    expect((await onlyResult(rule, { lines: [directory(on)] }))?.evidence).not.toHaveProperty('notes');
  });
});
