import { describe, expect, it } from 'vitest';
import { account, dir, directories, directory, noDirectories, otherDir } from './fleet-builders.ts';
import { certificates } from './identity-builders.ts';
import {
  authority,
  authorityArn,
  certified,
  describeAuthority,
  listPermissions,
  listResources,
  listTags,
  otherAccount,
  own,
  publishing,
  share,
  shared,
  tags,
  uncertified,
} from './private-ca-builders.ts';
import { itJudges, onlyResult, type Row } from './verdict-table.ts';

const is = (verdict: string) => ({ [dir]: verdict });
const passes = is('COMPLIANT');
const high = is('NON_COMPLIANT HIGH');
const medium = is('NON_COMPLIANT MEDIUM');
const notApplicable = is('NOT_APPLICABLE');
const unknown = is('INSUFFICIENT_DATA');
const denied = (operation: string) => is(`INSUFFICIENT_DATA ${operation}`);

/** What every rule on private CAs leaves out. */
const leftOut: Readonly<Record<string, Row>> = {
  'leaves out directories without certificates': [{ lines: [directory()] }, notApplicable],
  'leaves out directories with certificates off': [{ lines: [uncertified()] }, notApplicable],
  'leaves out what is deregistering': [{ lines: [certified(own, { State: 'DEREGISTERING' })] }, notApplicable],
  'leaves out what is deregistered': [{ lines: [certified(own, { State: 'DEREGISTERED' })] }, notApplicable],
  'cannot tell whether it applies from an unknown status': [
    {
      lines: [certified(own, { CertificateBasedAuthProperties: { Status: 'PENDING', CertificateAuthorityArn: own } })],
    },
    unknown,
  ],
  'says of the account that directories were denied': [
    { lines: [], coverage: { [directories]: 'denied' } },
    noDirectories,
  ],
};
const noneSet = certified(undefined, certificates('ENABLED'));

describe('cba-private-ca-active', () => {
  const rule = 'cba-private-ca-active';
  const until = (NotAfter: string | undefined, Status = 'ACTIVE') => ({
    lines: [certified(), authority({ NotAfter, Status })],
  });

  itJudges(rule, {
    'passes an active private CA': [{ lines: [certified(), authority()] }, passes],
    'passes 90 days to the expiry': [until('2027-02-20T03:00:00.000Z'), passes],
    'fails a second less, MEDIUM': [until('2027-02-20T02:59:59.000Z'), medium],
    'fails what expires in 29 days': [until('2026-12-21T03:00:00.000Z'), medium],
    'passes it when 29 days are enough': [
      { ...until('2026-12-21T03:00:00.000Z'), parameters: { caExpiryDays: 29 } },
      passes,
    ],
    'fails an expired private CA': [until('2026-11-01T00:00:00.000Z', 'EXPIRED'), high],
    'fails one that expired although it is still called active': [until('2026-11-01T00:00:00.000Z'), medium],
    'fails a disabled one': [until('2036-01-01T00:00:00.000Z', 'DISABLED'), high],
    'fails one that is deleted but can be restored': [until('2036-01-01T00:00:00.000Z', 'DELETED'), high],
    'fails one that waits for its certificate': [until(undefined, 'PENDING_CERTIFICATE'), high],
    'fails one that is gone': [{ lines: [certified()] }, high],
    'fails when none is set': [{ lines: [noneSet] }, high],
    'cannot tell from an unknown status': [until('2036-01-01T00:00:00.000Z', 'PAUSED'), unknown],
    'cannot tell without a date': [until(undefined), unknown],
    'cannot tell from what is no ARN': [{ lines: [certified('the private CA')] }, unknown],
    'cannot tell when private CAs were denied': [
      { lines: [certified()], coverage: { [describeAuthority]: 'denied' } },
      denied(describeAuthority),
    ],
    'cannot tell whether a private CA of another account is gone': [{ lines: [certified(shared)] }, unknown],
    'reads a shared private CA': [{ lines: [certified(shared), authority({ Arn: shared })] }, passes],
    'reads it where its own account was scanned': [
      {
        lines: [certified(shared)],
        coverage: { [describeAuthority]: 'denied' },
        others: [{ lines: [authority({ Arn: shared, Status: 'DISABLED' })], accountId: otherAccount }],
      },
      high,
    ],
    'cannot tell of a private CA in a Region that was not scanned': [
      { lines: [certified(authorityArn('us-west-2'))] },
      unknown,
    ],
    'judges a directory of Pools': [{ lines: [certified(own, { WorkspaceType: 'POOLS' }), authority()] }, passes],
    'judges each directory by its own': [
      {
        lines: [
          certified(),
          authority(),
          certified(`${own}0`, { DirectoryId: otherDir }),
          authority({ Arn: `${own}0`, Status: 'DISABLED' }),
        ],
      },
      { ...passes, [otherDir]: 'NON_COMPLIANT HIGH' },
    ],
    ...leftOut,
  });

  it('says the status and the days', async () => {
    const scene = { lines: [certified(), authority({ Status: 'EXPIRED', NotAfter: '2026-11-20T03:00:00.000Z' })] };
    expect(await onlyResult(rule, scene)).toMatchObject({
      packId: 'identity',
      severity: 'HIGH',
      reason: 'The private CA is EXPIRED; the days until the certificate of the private CA expires are -2.',
      evidence: {
        'certificateAuthority.arn': own,
        'certificateAuthority.exists': true,
        'certificateAuthority.status': 'EXPIRED',
        'certificateAuthority.daysToExpiry': -2,
        'config.caExpiryDays': 90,
      },
      controls: ['IA-5(2)', 'SC-17', 'SC-12'],
      missing: [],
    });
    expect((await onlyResult(rule, { lines: [certified()] }))?.reason).toBe(`There is no private CA ${own}.`);
    expect((await onlyResult(rule, { lines: [noneSet] }))?.reason).toBe(
      'Certificate-based authentication is on without a private CA.',
    );
  });
});

describe('cba-private-ca-tagged', () => {
  const rule = 'cba-private-ca-tagged';

  itJudges(rule, {
    'passes the key': [{ lines: [certified(), tags('euc-private-ca')] }, passes],
    'passes the key among others': [{ lines: [certified(), tags('Owner', 'euc-private-ca')] }, passes],
    'fails the key in capitals': [{ lines: [certified(), tags('EUC-Private-CA')] }, medium],
    'fails other keys': [{ lines: [certified(), tags('Owner')] }, medium],
    'fails without tags': [{ lines: [certified(), tags()] }, medium],
    'cannot tell when tags were denied': [
      { lines: [certified()], coverage: { [listTags]: 'denied' } },
      denied(listTags),
    ],
    'needs nothing but the tags': [
      { lines: [certified(), tags('euc-private-ca')], coverage: { [describeAuthority]: 'denied' } },
      passes,
    ],
    'leaves out directories without a private CA': [{ lines: [noneSet] }, notApplicable],
    ...leftOut,
  });

  it('says which keys there are', async () => {
    expect(await onlyResult(rule, { lines: [certified(), tags('Owner', 'Cost')] })).toMatchObject({
      reason: 'The tag keys of the private CA are Cost, Owner; euc-private-ca is not among them.',
      controls: ['CM-8', 'SC-17'],
    });
  });
});

describe('cba-private-ca-account-and-region', () => {
  const rule = 'cba-private-ca-account-and-region';
  const fitting = 'AWSRAMBlankEndEntityCertificateAPICSRPassthroughIssuanceCertificateAuthority';
  const standard = 'AWSRAMDefaultPermissionCertificateAuthority';

  itJudges(rule, {
    'passes a private CA beside the directory, whatever may be read of it': [
      {
        lines: [certified()],
        coverage: { [describeAuthority]: 'denied', [listResources]: 'denied', [listPermissions]: 'denied' },
      },
      passes,
    ],
    'fails another Region': [{ lines: [certified(authorityArn('us-west-2'))] }, medium],
    'fails another Region of another account': [
      { lines: [certified(authorityArn('us-west-2', otherAccount))] },
      medium,
    ],
    'passes a private CA that is shared for this': [{ lines: [certified(shared), ...share('a', fitting)] }, passes],
    'passes one that is shared for other things, too': [
      { lines: [certified(shared), ...share('a', standard), ...share('b', fitting)] },
      passes,
    ],
    'fails one that is shared for other things': [{ lines: [certified(shared), ...share('a', standard)] }, medium],
    'fails one that is not shared': [{ lines: [certified(shared)] }, medium],
    'leaves permissions on other resources out': [
      {
        lines: [
          certified(shared),
          ...share('a', standard).slice(0, 1),
          {
            type: 'ResourceSharePermissions',
            resource: {
              resourceShareArn: `arn:aws:ram:us-east-1:${otherAccount}:resource-share/a`,
              permissions: [{ name: fitting, resourceType: 'ec2:Subnet' }],
            },
          },
        ],
      },
      medium,
    ],
    'cannot tell when shares were denied': [
      { lines: [certified(shared)], coverage: { [listResources]: 'denied' } },
      denied(listResources),
    ],
    'cannot tell when their permissions were denied': [
      {
        lines: [certified(shared), ...share('a', fitting).slice(0, 1)],
        coverage: { [listPermissions]: 'denied' },
      },
      denied(listPermissions),
    ],
    'leaves out directories without a private CA': [{ lines: [noneSet] }, notApplicable],
    ...leftOut,
  });

  it('says where it is', async () => {
    expect(await onlyResult(rule, { lines: [certified(authorityArn('us-west-2'))] })).toMatchObject({
      reason: 'The private CA is in us-west-2, and the directory in us-east-1.',
      evidence: {
        accountId: account,
        'certificateAuthority.accountId': account,
        'certificateAuthority.region': 'us-west-2',
        region: 'us-east-1',
      },
      controls: ['SC-17', 'AC-6'],
    });
    expect((await onlyResult(rule, { lines: [certified(shared), ...share('a', standard)] }))?.reason).toBe(
      `The private CA belongs to ${otherAccount}, which shares it with the permissions: ${standard}.`,
    );
  });
});

describe('cba-crl-distribution-online', () => {
  const rule = 'cba-crl-distribution-online';
  const publishes = (crl: object) => ({ lines: [certified(), publishing(crl)] });
  const named = { Enabled: true, CustomCname: 'crl.example.com', S3ObjectAcl: 'BUCKET_OWNER_FULL_CONTROL' };

  itJudges(rule, {
    'passes a name of its own': [publishes(named), passes],
    'passes public objects': [publishes({ Enabled: true, S3ObjectAcl: 'PUBLIC_READ' }), passes],
    'fails a CRL that is off, whatever its name': [publishes({ ...named, Enabled: false }), high],
    'fails when nothing was ever set': [{ lines: [certified(), authority()] }, high],
    'fails OCSP alone': [
      { lines: [certified(), authority({ RevocationConfiguration: { OcspConfiguration: { Enabled: true } } })] },
      high,
    ],
    'cannot tell what the policy of the bucket opens': [
      publishes({ Enabled: true, S3ObjectAcl: 'BUCKET_OWNER_FULL_CONTROL' }),
      unknown,
    ],
    'cannot tell from an unknown ACL': [publishes({ Enabled: true, S3ObjectAcl: 'AUTHENTICATED_READ' }), unknown],
    'cannot tell without an ACL': [publishes({ Enabled: true }), unknown],
    'cannot tell of a private CA that is gone': [{ lines: [certified()] }, unknown],
    'cannot tell when private CAs were denied': [
      { lines: [certified()], coverage: { [describeAuthority]: 'denied' } },
      denied(describeAuthority),
    ],
    'leaves out directories without a private CA': [{ lines: [noneSet] }, notApplicable],
    ...leftOut,
  });

  it('says what is left to check', async () => {
    expect(await onlyResult(rule, publishes(named))).toMatchObject({
      reason: 'The private CA publishes a CRL, which CUSTOM_NAME opens.',
      evidence: {
        'certificateAuthority.crl.enabled': true,
        'certificateAuthority.crl.openedBy': 'CUSTOM_NAME',
        notes: ['Check that crl.example.com gives the CRL to desktops and domain controllers; no API tells.'],
      },
      controls: ['IA-5(2)', 'SC-17'],
    });
    expect((await onlyResult(rule, publishes({ Enabled: true, S3ObjectAcl: 'PUBLIC_READ' })))?.evidence.notes).toEqual([
      'Check that Block Public Access does not close bucket crl-bucket, and that desktops and domain controllers reach it; neither is read.',
    ]);
    expect(
      (await onlyResult(rule, publishes({ Enabled: true, S3ObjectAcl: 'BUCKET_OWNER_FULL_CONTROL' })))?.reason,
    ).toBe('Cannot be judged: only the policy of bucket crl-bucket can open the CRL, which is not read.');
  });
});

describe('cba-private-ca-recommended-settings', () => {
  const rule = 'cba-private-ca-recommended-settings';
  const set = (UsageMode?: string, KeyAlgorithm?: string) => ({
    lines: [certified(), authority({ UsageMode, CertificateAuthorityConfiguration: { KeyAlgorithm } })],
  });
  const informational = is('NON_COMPLIANT INFORMATIONAL');

  itJudges(rule, {
    'passes what the guide recommends': [set('SHORT_LIVED_CERTIFICATE', 'RSA_2048'), passes],
    'fails a private CA for any use': [set('GENERAL_PURPOSE', 'RSA_2048'), informational],
    'fails a longer key': [set('SHORT_LIVED_CERTIFICATE', 'RSA_4096'), informational],
    'fails another kind of key, whatever the use': [set(undefined, 'EC_prime256v1'), informational],
    'cannot tell without the use': [set(undefined, 'RSA_2048'), unknown],
    'cannot tell from an unknown algorithm': [set('SHORT_LIVED_CERTIFICATE', 'RSA_16384'), unknown],
    'cannot tell when private CAs were denied': [
      { lines: [certified()], coverage: { [describeAuthority]: 'denied' } },
      denied(describeAuthority),
    ],
    'leaves out directories without a private CA': [{ lines: [noneSet] }, notApplicable],
    ...leftOut,
  });

  it('says when that is right all the same', async () => {
    expect(await onlyResult(rule, set('GENERAL_PURPOSE', 'RSA_4096'))).toMatchObject({
      severity: 'INFORMATIONAL',
      reason: 'The private CA is one for GENERAL_PURPOSE use; its key is RSA_4096.',
      evidence: {
        notes: [
          'That is right where the same private CA issues the certificates of domain controllers, which a short-lived one must not.',
        ],
      },
      controls: ['SC-17', 'SC-12'],
    });
  });
});
