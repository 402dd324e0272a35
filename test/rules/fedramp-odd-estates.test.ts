import { expect, it } from 'vitest';
import {
  accelerated,
  dcv,
  dir,
  directory,
  fips,
  ipGroup,
  otherDir,
  pcoip,
  streaming,
  tls,
  workspace,
  workspaces,
} from './fleet-builders.ts';
import { itJudges, verdictsOf } from './verdict-table.ts';

const on = accelerated('ENABLED_AUTO', 'TCP');

it('a GovCloud directory that switched on everything breaks the accelerator rules, not the FIPS ones', async () => {
  const lines = [
    directory({
      ...fips,
      ...accelerated('ENABLED_AUTO', 'NONE'),
      ipGroupIds: ['wsipg-0a'],
      WorkspaceAccessProperties: {
        DeviceTypeChromeOs: 'ALLOW',
        DeviceTypeZeroClient: 'DENY',
        DeviceTypeWorkSpacesThinClient: 'DENY',
      },
    }),
    ipGroup('wsipg-0a', 'office', '192.0.2.0/24'),
    workspace('ws-1', { ...streaming(dcv), RootVolumeEncryptionEnabled: true, UserVolumeEncryptionEnabled: true }),
  ];
  const rules = [
    'fips-directory-endpoint-encryption-mode',
    'fips-region-authorized-us',
    'fips-unlisted-client-types-denied',
    'fips-workspace-volumes-encrypted',
    'aga-directory-not-with-fips-and-ip-groups',
    'aga-workspace-not-with-fips-and-ip-groups',
    'aga-region-has-endpoints',
    'aga-preferred-protocol-tcp',
    'aga-forecloses-missing-control',
    'aga-client-types-can-meet-minimum',
  ];
  expect(await verdictsOf({ lines, region: 'us-gov-west-1' }, ...rules)).toEqual({
    'fips-directory-endpoint-encryption-mode': { [dir]: 'COMPLIANT' },
    'fips-region-authorized-us': { [dir]: 'COMPLIANT' },
    'fips-unlisted-client-types-denied': { [dir]: 'COMPLIANT' },
    'fips-workspace-volumes-encrypted': { 'ws-1': 'COMPLIANT' },
    'aga-directory-not-with-fips-and-ip-groups': { [dir]: 'NON_COMPLIANT HIGH' },
    'aga-workspace-not-with-fips-and-ip-groups': { 'ws-1': 'NOT_APPLICABLE' },
    'aga-region-has-endpoints': { [dir]: 'NON_COMPLIANT MEDIUM' },
    'aga-preferred-protocol-tcp': { [dir]: 'NON_COMPLIANT LOW' },
    'aga-forecloses-missing-control': { [dir]: 'COMPLIANT' },
    'aga-client-types-can-meet-minimum': { [dir]: 'NON_COMPLIANT INFORMATIONAL' },
  });
});

it('a PCoIP fleet in an accelerated directory is untouched by the accelerator', async () => {
  const lines = [
    directory({ ...on, ...tls, ipGroupIds: ['wsipg-0a'], WorkspaceAccessProperties: { DeviceTypeChromeOs: 'ALLOW' } }),
    workspace('ws-1', streaming(pcoip)),
    workspace('ws-2', streaming(pcoip, 'DISABLED')),
  ];
  const rules = [
    'aga-directory-has-dcv-workspaces',
    'aga-override-only-on-dcv',
    'aga-workspace-override-recorded',
    'aga-forecloses-missing-control',
    'aga-client-types-can-meet-minimum',
  ];
  expect(await verdictsOf({ lines }, ...rules)).toEqual({
    'aga-directory-has-dcv-workspaces': { [dir]: 'NON_COMPLIANT INFORMATIONAL' },
    'aga-override-only-on-dcv': { 'ws-1': 'NOT_APPLICABLE', 'ws-2': 'NOT_APPLICABLE' },
    'aga-workspace-override-recorded': { 'ws-1': 'NOT_APPLICABLE', 'ws-2': 'NOT_APPLICABLE' },
    'aga-forecloses-missing-control': { [dir]: 'NOT_APPLICABLE' },
    'aga-client-types-can-meet-minimum': { [dir]: 'NOT_APPLICABLE' },
  });
});

it('a directory half migrated to FIPS by a second one is judged on each side', async () => {
  const lines = [
    directory(tls),
    directory({ ...fips, DirectoryId: otherDir }),
    workspace('ws-1', { State: 'TERMINATING' }),
    workspace('ws-2', { DirectoryId: otherDir }),
  ];
  const estate = { lines, parameters: { targetLevel: 'dod-il2' } };
  const rules = ['fips-directory-endpoint-encryption-mode', 'fips-standard-directory-empty-before-switch'];
  expect(await verdictsOf(estate, ...rules)).toEqual({
    'fips-directory-endpoint-encryption-mode': { [dir]: 'NON_COMPLIANT HIGH', [otherDir]: 'COMPLIANT' },
    'fips-standard-directory-empty-before-switch': { [dir]: 'COMPLIANT', [otherDir]: 'NOT_APPLICABLE' },
  });
});

itJudges('fips-mode-not-reverted', {
  'a FIPS directory recreated under a new id is new, and the old one is gone': [
    { lines: [directory({ ...tls, DirectoryId: otherDir })], baseline: { lines: [directory(fips)] } },
    { [otherDir]: 'NOT_APPLICABLE' },
  ],
  'a Pools directory that left FIPS mode is found': [
    {
      lines: [directory({ ...tls, WorkspaceType: 'POOLS' })],
      baseline: { lines: [directory({ ...fips, WorkspaceType: 'POOLS' })] },
    },
    { [dir]: 'NON_COMPLIANT CRITICAL' },
  ],
});

const signIn = (UserAccessUrl: string) => ({
  lines: [directory({ ...fips, SamlProperties: { Status: 'ENABLED', UserAccessUrl } })],
});

itJudges('fips-saml-relay-state-endpoint', {
  'a relay state in capitals is the same host': [
    signIn('https://idp.example.com/?RelayState=https://WORKSPACES.EUC-SSO-FIPS.US-EAST-1.AWS.AMAZON.COM/sso-idp'),
    { [dir]: 'COMPLIANT' },
  ],
  'a relay state encoded twice, as a link within a link, is read': [
    signIn(
      'https://idp.example.com/?target=%2Fsso%3FRelayState%3Dhttps%253A%252F%252Fworkspaces%252Eeuc-sso.us-east-1.aws.amazon.com',
    ),
    { [dir]: 'NON_COMPLIANT MEDIUM' },
  ],
  'an identity provider that is merely called sso carries no relay state': [
    signIn('https://sso.us-east-1.example.com/saml2?app=workspaces'),
    { [dir]: 'INSUFFICIENT_DATA' },
  ],
});

it('directories listed while WorkSpaces stop half way keep what is proven and leave the rest open', async () => {
  const lines = [
    directory({ ...on, ...fips }),
    directory({ ...on, ...tls, DirectoryId: otherDir }),
    workspace('ws-1', streaming(dcv)),
    workspace('ws-2', { DirectoryId: otherDir, ...streaming(pcoip) }),
  ];
  const estate = { lines, coverage: { [workspaces]: 'failed' as const }, region: 'us-gov-east-1' };
  expect(await verdictsOf(estate, 'aga-region-has-endpoints', 'fips-standard-directory-empty-before-switch')).toEqual({
    'aga-region-has-endpoints': { [dir]: 'NON_COMPLIANT MEDIUM', [otherDir]: `INSUFFICIENT_DATA ${workspaces}` },
    'fips-standard-directory-empty-before-switch': {
      [dir]: 'NOT_APPLICABLE',
      [otherDir]: 'NON_COMPLIANT INFORMATIONAL',
    },
  });
});

it('a snapshot of one directory alone judges that directory as a whole', async () => {
  const estate = {
    lines: [directory({ ...tls, ...on }), workspace('ws-1', streaming(dcv))],
    scope: { directories: [dir] },
  };
  const rules = ['fips-directory-endpoint-encryption-mode', 'aga-directory-has-dcv-workspaces'];
  expect(await verdictsOf(estate, ...rules)).toEqual({
    'fips-directory-endpoint-encryption-mode': { [dir]: 'NON_COMPLIANT HIGH' },
    'aga-directory-has-dcv-workspaces': { [dir]: 'COMPLIANT' },
  });
});

it('the order of lines does not matter', async () => {
  const lines = [
    directory({ ...on, ...tls, ipGroupIds: ['wsipg-0b', 'wsipg-0a'] }),
    directory({ ...fips, DirectoryId: otherDir }),
    workspace('ws-1', streaming(dcv)),
    workspace('ws-2', { DirectoryId: otherDir, ...streaming(dcv, 'ENABLED_AUTO') }),
    ipGroup('wsipg-0a', 'office', '192.0.2.0/24'),
    ipGroup('wsipg-0b', 'home', '198.51.100.0/24'),
  ];
  const rules = ['aga-forecloses-missing-control', 'aga-workspace-override-recorded', 'aga-region-has-endpoints'];
  const forward = await verdictsOf({ lines }, ...rules);
  expect(await verdictsOf({ lines: lines.toReversed() }, ...rules)).toEqual(forward);
  expect(forward['aga-forecloses-missing-control']).toEqual({ [dir]: 'NON_COMPLIANT LOW', [otherDir]: 'COMPLIANT' });
});
