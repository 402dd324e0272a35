import type { Vocabulary } from '../../../lib/chat/index.ts';

/** Two accounts; names that are shared, and an alias that a rule pack has too. */
export const vocabulary: Vocabulary = {
  rules: [
    ['fips-directory-endpoint-encryption-mode', 'fedramp-dod-srg', 'CRITICAL'],
    ['fips-region-authorized-us', 'fedramp-dod-srg', 'HIGH'],
    ['fips-workspace-volumes-encrypted', 'fedramp-dod-srg', 'HIGH'],
    ['ip-group-associated', 'ip-access', 'HIGH'],
    ['ip-group-not-empty', 'ip-access', 'CRITICAL'],
    ['ip-group-unused', 'ip-access', 'LOW'],
    ['mfa-configured', 'identity', 'HIGH'],
    ['workspaces-default-role-intact', 'identity', 'MEDIUM'],
    ['byol-account-enabled', 'byol', 'MEDIUM'],
    ['nat-gateway-per-az', 'resilience', 'LOW'],
    ['subnet-supported-az-id', 'network', 'HIGH'],
    // Packs of one's own may call a rule anything.
    ['status', 'network', 'LOW'],
  ].map(([id = '', packId = '', severity]) => ({
    id,
    title: `Title of ${id}`,
    packId,
    severity: severity === 'CRITICAL' || severity === 'HIGH' || severity === 'MEDIUM' ? severity : 'LOW',
  })),
  packs: ['byol', 'fedramp-dod-srg', 'identity', 'ip-access', 'network', 'resilience'].map((id) => ({
    id,
    title: `Title of ${id}`,
  })),
  directories: [
    {
      ...{ id: 'd-90671abc12', alias: 'corp-desktops', name: 'corp.example.com' },
      ...{ accountId: '111122223333', region: 'us-east-1' },
    },
    {
      ...{ id: 'd-90671def34', alias: 'lab-desktops', name: 'lab.example.com' },
      ...{ accountId: '111122223333', region: 'us-east-1' },
    },
    {
      ...{ id: 'd-92674aaa56', alias: 'field', name: 'corp.example.com' },
      ...{ accountId: '111122223333', region: 'us-west-2' },
    },
    { ...{ id: 'd-926740bb78', alias: 'network' }, ...{ accountId: '444455556666', region: 'us-west-2' } },
    // The same in two Regions, as AWS Managed Microsoft AD replicates it.
    { ...{ id: 'd-93674ccc90', name: 'both.example.com' }, ...{ accountId: '444455556666', region: 'us-east-1' } },
    { ...{ id: 'd-93674ccc90', name: 'both.example.com' }, ...{ accountId: '444455556666', region: 'us-west-2' } },
    // Whoever may name directories may try to take the place of something else.
    { ...{ id: 'wsd-0a1b2c3d4', alias: 'us-east-1' }, ...{ accountId: '444455556666', region: 'us-west-2' } },
    { ...{ id: 'wsd-0a1b2c3d5', alias: 'mfa-configured' }, ...{ accountId: '444455556666', region: 'us-west-2' } },
    {
      ...{ id: 'wsd-0a1b2c3d6', alias: '<!channel>`*\u202Egnp', name: '@everyone' },
      ...{ accountId: '444455556666', region: 'us-west-2' },
    },
  ],
  places: [
    { accountId: '111122223333', region: 'us-east-1' },
    { accountId: '111122223333', region: 'us-west-2' },
    { accountId: '444455556666', region: 'us-east-1' },
    { accountId: '444455556666', region: 'us-west-2' },
    { accountId: '444455556666', region: 'us-gov-west-1' },
  ],
};
