import { describe, expect, it } from 'vitest';
import { dir, directories, directory, noWorkspaces, workspace, workspaces } from './fleet-builders.ts';
import { custom, description, entra, identityCenter, managedDir, pools } from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const instance = { IDCConfig: { InstanceArn: 'arn:aws:sso:::instance/ssoins-1' } };

describe('custom-directory-has-identity-center', () => {
  const rule = 'custom-directory-has-identity-center';
  const partner = { corePartner: true };
  const nothingSaid = { ...custom, UserIdentityType: undefined };
  const passes = { [managedDir]: 'COMPLIANT' };
  const low = { [managedDir]: 'NON_COMPLIANT LOW' };
  const notApplicable = { [managedDir]: 'NOT_APPLICABLE' };
  const unknown = { [managedDir]: 'INSUFFICIENT_DATA' };

  itJudges(rule, {
    'passes an instance': [{ lines: [directory({ ...identityCenter, ...instance })] }, passes],
    'passes an instance beside users that the customer manages': [
      { lines: [directory({ ...custom, ...instance })] },
      passes,
    ],
    'passes an instance of a directory that says nothing of its users': [
      { lines: [directory({ ...nothingSaid, ...instance })] },
      passes,
    ],
    'passes a directory of a WorkSpaces Core partner': [{ lines: [directory(custom)], parameters: partner }, passes],
    'fails without an instance': [{ lines: [directory(custom)] }, low],
    'fails a configuration without an instance': [
      { lines: [directory({ ...custom, IDCConfig: { ApplicationArn: 'arn:aws:sso::111122223333:application/a' } })] },
      low,
    ],
    'fails an empty instance': [{ lines: [directory({ ...custom, IDCConfig: { InstanceArn: '' } })] }, low],
    'fails users of IAM Identity Center without an instance': [{ lines: [directory(identityCenter)] }, low],
    'cannot tell when nothing is said': [{ lines: [directory(nothingSaid)] }, unknown],
    'cannot tell from an unknown source of users': [
      { lines: [directory({ ...custom, UserIdentityType: 'OKTA' })] },
      unknown,
    ],
    'cannot tell from an unknown source of users of an AWS Directory Service id': [
      { lines: [directory({ UserIdentityType: 'OKTA' })] },
      { [dir]: 'INSUFFICIENT_DATA' },
    ],
    'leaves out AWS Directory Service': [
      { lines: [directory({ UserIdentityType: 'AWS_DIRECTORY_SERVICE' }), description('ADConnector')] },
      { [dir]: 'NOT_APPLICABLE' },
    ],
    'leaves out AWS Directory Service that says nothing of its users': [
      { lines: [directory()] },
      { [dir]: 'NOT_APPLICABLE' },
    ],
    'leaves out Entra ID': [{ lines: [directory(entra)] }, notApplicable],
    'leaves out Pools, whose users the customer manages': [
      { lines: [directory({ ...custom, ...pools })] },
      notApplicable,
    ],
    'leaves out what is deregistered': [{ lines: [directory({ ...custom, State: 'DEREGISTERED' })] }, notApplicable],
  });

  it('says who can use it', async () => {
    expect(await onlyResult(rule, { lines: [directory(custom)] })).toMatchObject({
      packId: 'identity',
      severity: 'LOW',
      reason:
        'The directory names no IAM Identity Center instance, so that only partners of WorkSpaces Core can launch WorkSpaces in it.',
      evidence: {
        'config.corePartner': false,
        'identityCenter.instanceArn': null,
        kind: 'CUSTOM',
        state: 'REGISTERED',
        userIdentityType: 'CUSTOMER_MANAGED',
      },
      controls: ['IA-2', 'IA-8'],
      missing: [],
    });
  });
});

describe('entra-upn-length', () => {
  const rule = 'entra-upn-length';
  const nameOf = (length: number) => `${'a'.repeat(length - 12)}@example.com`;
  const user = (UserName?: string, members: object = {}) =>
    workspace('ws-1', { DirectoryId: managedDir, UserName, ...members });
  const named = (name?: string, members: object = {}) => ({ lines: [directory(entra), user(name, members)] });
  const fits = { 'ws-1': 'COMPLIANT' };
  const low = { 'ws-1': 'NON_COMPLIANT LOW' };
  const leftOut = { 'ws-1': 'NOT_APPLICABLE' };
  const open = { 'ws-1': 'INSUFFICIENT_DATA' };

  describe('without a baseline', () => {
    itJudges(rule, {
      'passes 63 characters': [named(nameOf(63)), fits],
      'fails 64 characters': [named(nameOf(64)), low],
      'cannot tell from a name without a domain': [named('ann'), open],
      'cannot tell from a name of the form DOMAIN\\user': [named('CORP\\ann'), open],
      'cannot tell without the name': [named(), open],
      'leaves out what is assigned to nobody': [named('[UNDEFINED]'), leftOut],
      'leaves out other directories of IAM Identity Center': [
        { lines: [directory(identityCenter), user(nameOf(64))] },
        leftOut,
      ],
      'leaves out AWS Directory Service': [{ lines: [directory(), user(nameOf(64), { DirectoryId: dir })] }, leftOut],
      'leaves out what is terminated': [named(nameOf(64), { State: 'TERMINATED' }), leftOut],
      'cannot tell without the directory': [
        { lines: [user(nameOf(64))], coverage: { [directories]: 'denied' } },
        { 'ws-1': `INSUFFICIENT_DATA ${directories}` },
      ],
      'says of the account that WorkSpaces were denied': [
        { lines: [directory(entra)], coverage: { [workspaces]: 'denied' } },
        noWorkspaces,
      ],
    });
  });

  describe('since the baseline', () => {
    itJudges(rule, {
      'passes the same name': [{ ...named('ann@example.com'), baseline: named('ann@example.com') }, fits],
      'does not mind capitals': [{ ...named('ann@example.com'), baseline: named('Ann@Example.com') }, fits],
      'fails another name': [{ ...named('ann@example.com'), baseline: named('anne@example.com') }, low],
      'passes a WorkSpace that is newer': [
        { ...named('ann@example.com'), baseline: { lines: [directory(entra)] } },
        fits,
      ],
      'cannot tell whether it is newer': [
        {
          ...named('ann@example.com'),
          baseline: { lines: [directory(entra)], coverage: { [workspaces]: 'partial' } },
        },
        open,
      ],
      'cannot tell from a baseline without the name': [{ ...named('ann@example.com'), baseline: named() }, open],
      'fails a long name, whatever the baseline says': [{ ...named(nameOf(64)), baseline: named() }, low],
    });
  });

  it('names both users', async () => {
    const result = await onlyResult(rule, { ...named('ann@example.com'), baseline: named('anne@example.com') });
    expect(result).toMatchObject({
      severity: 'LOW',
      reason:
        'The user was anne@example.com at the baseline and is ann@example.com now, so that the user can no longer connect.',
      evidence: {
        'baseline.userName': 'anne@example.com',
        'baseline.userNameChanged': true,
        'directory.kind': 'ENTRA_ID',
        state: 'AVAILABLE',
        userName: 'ann@example.com',
        'userPrincipalName.length': 15,
      },
      controls: ['IA-4'],
      missing: [],
    });
  });
});
