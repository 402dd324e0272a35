import { describe, expect, it } from 'vitest';
import { account, dir, directories, directory, otherDir } from './fleet-builders.ts';
import { judge, type Line, verdicts } from './harness.ts';
import { certificates, saml } from './identity-builders.ts';
import {
  attached,
  defaultRole,
  fleetWith,
  getRolePolicy,
  inline,
  knownProvider,
  listAttachedRolePolicies,
  listRolePolicies,
  listSamlProviders,
  policy,
  provider,
  roles,
  samlDirectory,
  samlTrust,
  streaming,
  trusting,
  users,
} from './role-builders.ts';
import { itJudges } from './verdict-table.ts';

/** The role of the service is a subject too, which rules on SAML users leave out. */
const only = (verdict: string) => ({ [defaultRole]: 'NOT_APPLICABLE', [users]: verdict });
const passes = only('COMPLIANT');
const medium = only('NON_COMPLIANT MEDIUM');
const notApplicable = only('NOT_APPLICABLE');
const nothing = { [defaultRole]: 'NOT_APPLICABLE' };

const trusted = (trust: unknown) => ({ lines: fleetWith(trust, streaming()) });
const sound = trusted(samlTrust());
const untagged = samlTrust({ Action: 'sts:AssumeRoleWithSAML' });

/** The role as it should be, with other permissions. */
const permitted = (...permissions: readonly Line[]) => ({
  lines: [samlDirectory(), trusting(policy([samlTrust()])), knownProvider(), ...permissions],
});

describe('which roles the rules on SAML users are about', () => {
  itJudges('saml-role-allows-tag-session', {
    'a role that streams for users of a SAML provider': [sound, passes],
    'one that may do anything of WorkSpaces': [
      { lines: fleetWith(samlTrust(), { Effect: 'Allow', Action: 'workspaces:*', Resource: '*' }) },
      passes,
    ],
    'not one that streams nothing': [
      { lines: fleetWith(samlTrust(), { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }) },
      { ...notApplicable, [account]: 'INSUFFICIENT_DATA' },
    ],
    'not one for administrators, whose policy names no action of WorkSpaces': [
      { lines: fleetWith(untagged, { Effect: 'Allow', Action: '*', Resource: '*' }) },
      { ...notApplicable, [account]: 'INSUFFICIENT_DATA' },
    ],
    'not one that may do all but IAM': [
      { lines: fleetWith(untagged, { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }) },
      { ...notApplicable, [account]: 'INSUFFICIENT_DATA' },
    ],
    'not one that may stream WorkSpaces, which are no resource of that action': [
      {
        lines: fleetWith(untagged, {
          Effect: 'Allow',
          Action: 'workspaces:*',
          Resource: `arn:aws:workspaces:us-east-1:${account}:workspace/*`,
        }),
      },
      { ...notApplicable, [account]: 'INSUFFICIENT_DATA' },
    ],
    'not one that an EC2 instance assumes': [
      {
        lines: [
          ...sound.lines,
          trusting(policy({ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }), {
            RoleName: 'instances',
          }),
        ],
      },
      passes,
    ],
    'not one of a permission set of IAM Identity Center, which nobody can edit': [
      {
        lines: [
          ...sound.lines,
          trusting(policy(untagged), {
            RoleName: 'AWSReservedSSO_WorkSpaces_0a1b2c3d4e5f6a7b',
            Path: '/aws-reserved/sso.amazonaws.com/',
          }),
        ],
      },
      passes,
    ],
    'not one that denies its only provider': [
      { lines: fleetWith(samlTrust({ Effect: 'Deny' }), streaming()) },
      { ...nothing, [account]: 'INSUFFICIENT_DATA' },
    ],
    'none while no directory signs users in with SAML': [
      { lines: [directory(), ...sound.lines.filter(({ type }) => type !== 'WorkspaceDirectory')] },
      notApplicable,
    ],
    'none for a directory that is on its way out': [
      { lines: [...sound.lines.slice(1), samlDirectory({ State: 'DEREGISTERING' })] },
      notApplicable,
    ],
    'also for directories of Pools': [
      { lines: [samlDirectory({ WorkspaceType: 'POOLS' }), ...sound.lines.slice(1)] },
      passes,
    ],
    'maybe some for a directory whose SAML has an unknown status': [
      { lines: [directory(saml('PENDING')), ...sound.lines.slice(1)] },
      only('INSUFFICIENT_DATA'),
    ],
    'all in a snapshot of some directories': [{ ...sound, scope: { directories: [dir] } }, passes],
    'unknown when no directory of a part has SAML': [
      { lines: [directory(), ...sound.lines.slice(1)], scope: { directories: [dir] } },
      only('INSUFFICIENT_DATA'),
    ],
    'unknown in an account that has none, whose users assume the role of another one': [
      { lines: [samlDirectory()] },
      { ...nothing, [account]: 'INSUFFICIENT_DATA' },
    ],
    'unknown when roles were denied': [
      { lines: [samlDirectory()], coverage: { [roles]: 'denied' } },
      { ...nothing, [account]: `INSUFFICIENT_DATA ${roles}` },
    ],
    'none when roles were denied and no directory signs users in with SAML': [
      { lines: [directory()], coverage: { [roles]: 'denied' } },
      nothing,
    ],
    'unknown when directories were denied': [
      { lines: sound.lines.slice(1), coverage: { [directories]: 'denied' } },
      only(`INSUFFICIENT_DATA ${directories}`),
    ],
    'unknown when the permissions were denied': [
      permittedWithout([], { [listRolePolicies]: 'denied', [listAttachedRolePolicies]: 'denied' }),
      only(`INSUFFICIENT_DATA ${listAttachedRolePolicies} ${listRolePolicies}`),
    ],
    'those of which one policy of two says so': [
      {
        ...permitted(
          { type: 'RolePolicyNames', resource: { RoleName: users, PolicyNames: ['other', 'stream'] } },
          {
            type: 'RolePolicy',
            resource: { RoleName: users, PolicyName: 'stream', PolicyDocument: policy(streaming()) },
          },
          ...attached(),
        ),
        coverage: { [getRolePolicy]: 'partial' },
      },
      passes,
    ],
    'unknown while the policy cannot be read': [
      permitted(...inline({ stream: 'Version: 2012-10-17' }), ...attached()),
      only('INSUFFICIENT_DATA'),
    ],
    'unknown while the trust policy cannot be read': [
      { lines: [samlDirectory(), trusting('%7B'), ...inline({ stream: policy(streaming()) }), ...attached()] },
      only('INSUFFICIENT_DATA'),
    ],
    'every one, each for itself': [
      {
        lines: [
          ...sound.lines,
          trusting(policy(untagged), { RoleName: 'others' }),
          ...inline({ stream: policy(streaming()) }, 'others'),
          ...attached({}, 'others'),
        ],
      },
      { ...passes, others: 'NON_COMPLIANT MEDIUM' },
    ],
  });

  function permittedWithout(permissions: readonly Line[], coverage: Readonly<Record<string, 'denied'>>) {
    return { ...permitted(...permissions), coverage };
  }
});

describe('saml-role-allows-tag-session', () => {
  const rule = 'saml-role-allows-tag-session';
  const both = (first: object, second: object) => trusted([samlTrust(first), samlTrust(second)]);
  const onCertificates = (trust: unknown, members: object = {}) => ({
    lines: [samlDirectory({ ...certificates('ENABLED'), ...members }), ...fleetWith(trust, streaming()).slice(1)],
  });

  itJudges(rule, {
    'passes both actions': [sound, passes],
    'passes a single statement that is no list': [{ lines: fleetWith(samlTrust(), streaming()) }, passes],
    'passes two statements': [both({ Action: 'sts:AssumeRoleWithSAML' }, { Action: 'sts:TagSession' }), passes],
    'passes wildcards': [trusted(samlTrust({ Action: ['sts:AssumeRole*', 'STS:Tag*'] })), passes],
    'passes sts:TagSession for everyone': [
      both({ Action: 'sts:AssumeRoleWithSAML' }, { Principal: '*', Action: 'sts:TagSession' }),
      passes,
    ],
    'passes every action': [trusted(samlTrust({ Action: 'sts:*' })), passes],
    'passes what the AWS CLI decoded': [
      {
        lines: [
          samlDirectory(),
          trusting({ Version: '2012-10-17', Statement: samlTrust() }),
          ...inline({ stream: { Version: '2012-10-17', Statement: [streaming()] } }),
          ...attached(),
          knownProvider(),
        ],
      },
      passes,
    ],
    'fails without sts:TagSession': [trusted(untagged), medium],
    'fails sts:TagSession for another provider': [
      both(
        { Action: 'sts:AssumeRoleWithSAML' },
        { Principal: { Federated: `${provider}-2` }, Action: 'sts:TagSession' },
      ),
      medium,
    ],
    'fails sts:TagSession that is denied': [
      both({}, { Effect: 'Deny', Action: 'sts:TagSession', Condition: {} }),
      medium,
    ],
    'passes sts:TagSession that is denied under a condition': [
      both({}, { Effect: 'Deny', Action: 'sts:TagSession', Condition: { StringEquals: { 'SAML:aud': 'x' } } }),
      passes,
    ],
    'fails one of two providers': [
      {
        lines: [
          ...fleetWith(
            [samlTrust(), samlTrust({ Principal: { Federated: `${provider}-2` }, Action: 'sts:AssumeRoleWithSAML' })],
            streaming(),
          ),
          knownProvider({ Arn: `${provider}-2` }),
        ],
      },
      medium,
    ],
    'is graded where the directory signs users in with certificates': [
      onCertificates(untagged),
      only('NON_COMPLIANT HIGH'),
    ],
    'is not graded for certificates of a directory that the role does not serve': [
      {
        lines: [
          ...fleetWith(untagged, streaming()),
          directory({ DirectoryId: otherDir, ...saml('ENABLED'), ...certificates('ENABLED') }),
        ],
      },
      medium,
    ],
    'is graded by a role that serves every directory': [
      {
        lines: [
          ...fleetWith(untagged, streaming({ Resource: '*' })),
          directory({ DirectoryId: otherDir, ...saml('ENABLED'), ...certificates('ENABLED') }),
        ],
      },
      only('NON_COMPLIANT HIGH'),
    ],
    'fails a provider that the account does not have': [
      { lines: fleetWith(samlTrust(), streaming()).filter(({ type }) => type !== 'SAMLProviderListEntry') },
      medium,
    ],
    'fails a provider whose metadata expires this moment': [
      { lines: [...sound.lines.slice(0, -1), knownProvider({ ValidUntil: '2026-11-22T03:00:00.000Z' })] },
      medium,
    ],
    'passes a provider whose metadata is valid a second longer': [
      { lines: [...sound.lines.slice(0, -1), knownProvider({ ValidUntil: '2026-11-22T03:00:01.000Z' })] },
      passes,
    ],
    'cannot tell without the date': [
      { lines: [...sound.lines.slice(0, -1), knownProvider({ ValidUntil: undefined })] },
      only('INSUFFICIENT_DATA'),
    ],
    'cannot tell when providers were denied': [
      { lines: sound.lines.slice(0, -1), coverage: { [listSamlProviders]: 'denied' } },
      only(`INSUFFICIENT_DATA ${listSamlProviders}`),
    ],
    'fails what is proven when providers were denied': [
      { lines: trusted(untagged).lines.slice(0, -1), coverage: { [listSamlProviders]: 'denied' } },
      medium,
    ],
  });

  it('names the provider, and directories that no role serves', async () => {
    const lines = [...fleetWith(untagged, streaming()), samlDirectory({ DirectoryId: otherDir })];
    const results = await judge(rule, { lines });
    expect(results.find(({ subject }) => subject.id === users)).toMatchObject({
      packId: 'identity',
      severity: 'MEDIUM',
      subject: {
        type: 'iamRole',
        id: users,
        arn: `arn:aws:iam::${account}:role/${users}`,
        accountId: account,
        region: 'us-east-1',
      },
      reason: `The trust policy gives users of ${provider} no sts:TagSession.`,
      evidence: {
        samlDirectoryIds: [dir, otherDir],
        'stream.policies': ['stream'],
        'stream.certificateDirectoryIds': [],
        'trust.samlProviders': [provider],
        'trust.samlProviders.withoutTagSession': [provider],
        'trust.samlProviders.notFound': [],
        'trust.samlProviders.expired': [],
        notes: [`No role of the account lets users of a SAML provider stream from ${otherDir}.`],
      },
      controls: ['IA-2', 'AC-3', 'AC-6'],
      missing: [],
    });
  });

  it('does not say so of directories while what other roles may do is not known', async () => {
    const lines = [
      ...fleetWith(untagged, streaming()),
      samlDirectory({ DirectoryId: otherDir }),
      trusting(policy(samlTrust()), { RoleName: 'others' }),
    ];
    const results = await judge(rule, { lines, coverage: { [listRolePolicies]: 'partial' } });
    expect(results.find(({ subject }) => subject.id === users)?.evidence.notes).toBeUndefined();
  });

  it('says of the account that the role must be elsewhere', async () => {
    const results = await judge(rule, { lines: [samlDirectory()] });
    expect(results.find(({ subject }) => subject.type === 'account')?.reason).toBe(
      `Not every iamRole could be judged: no role of the account that users of a SAML provider may assume names workspaces:Stream, so that the role for ${dir} must be another account's.`,
    );
  });

  it('names a role by its path, too', async () => {
    const lines = [
      samlDirectory(),
      trusting(policy(samlTrust()), { Path: '/desktops/' }),
      ...inline({ stream: policy(streaming()) }),
      ...attached(),
      knownProvider(),
    ];
    const results = await judge(rule, { lines });
    expect(results.map(({ subject }) => subject.arn)).toContain(`arn:aws:iam::${account}:role/desktops/${users}`);
  });
});

describe('saml-role-persistent-subject', () => {
  const rule = 'saml-role-persistent-subject';
  const under = (Condition: unknown) => trusted(samlTrust({ Condition }));
  const persistent = { 'SAML:sub_type': 'persistent' };

  itJudges(rule, {
    'passes persistent subjects': [sound, passes],
    'passes a list of one': [under({ StringEquals: { 'SAML:sub_type': ['persistent'] } }), passes],
    'passes the key in any case': [under({ StringEquals: { 'saml:Sub_Type': 'persistent' } }), passes],
    'passes an operator that does the same': [under({ 'ForAnyValue:StringEquals': persistent }), passes],
    'fails a condition on the audience alone': [
      under({ StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } }),
      medium,
    ],
    'fails without a condition': [trusted(samlTrust({ Condition: undefined })), medium],
    'fails another type beside it': [under({ StringEquals: { 'SAML:sub_type': ['persistent', 'transient'] } }), medium],
    'fails a list of none': [under({ StringEquals: { 'SAML:sub_type': [] } }), medium],
    'fails another type': [under({ StringEquals: { 'SAML:sub_type': 'transient' } }), medium],
    'fails a pattern': [under({ StringLike: { 'SAML:sub_type': '*' } }), medium],
    'fails what also passes without a type': [under({ StringEqualsIfExists: persistent }), medium],
    'fails the contrary': [under({ StringNotEquals: persistent }), medium],
    'fails one statement of two': [trusted([samlTrust(), samlTrust({ Condition: undefined })]), medium],
    'leaves out statements that only tag': [
      trusted([samlTrust(), samlTrust({ Action: 'sts:TagSession', Condition: undefined })]),
      passes,
    ],
    'leaves out other roles, and is not needed without one': [{ lines: fleetWith(untagged, []) }, notApplicable],
    'cannot tell when roles were denied': [
      { lines: [samlDirectory()], coverage: { [roles]: 'denied' } },
      { ...nothing, [account]: `INSUFFICIENT_DATA ${roles}` },
    ],
  });

  it('names the statement, and remarks on a missing audience', async () => {
    const results = await judge(rule, trusted(samlTrust({ Sid: 'Idp', Condition: undefined })));
    expect(results.find(({ subject }) => subject.id === users)).toMatchObject({
      reason: 'The trust policy takes SAML subjects of any type in Idp.',
      evidence: {
        'trust.statementsAcceptingOtherSubjects': ['Idp'],
        notes: ['Idp of the trust policy does not ask whom the assertion is for (SAML:aud).'],
      },
    });
  });

  it('judges a role anew in each Region that has a directory with SAML', async () => {
    const scene = { lines: sound.lines };
    expect(verdicts(await judge(rule, { ...scene, region: 'eu-west-1' }))).toEqual(passes);
  });
});
