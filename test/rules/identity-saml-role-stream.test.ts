import { describe, expect, it } from 'vitest';
import { account, dir, directories, directory, otherDir } from './fleet-builders.ts';
import { judge, type Line } from './harness.ts';
import { saml } from './identity-builders.ts';
import {
  attached,
  defaultRole,
  directoryArn,
  fleetWith,
  getPolicy,
  getPolicyVersion,
  inline,
  knownProvider,
  listAttachedRolePolicies,
  listRolePolicies,
  policy,
  samlDirectory,
  samlTrust,
  streaming,
  trusting,
  users,
} from './role-builders.ts';
import { itJudges } from './verdict-table.ts';

const only = (verdict: string) => ({ [defaultRole]: 'NOT_APPLICABLE', [users]: verdict });
const passes = only('COMPLIANT');
const high = only('NON_COMPLIANT HIGH');
const medium = only('NON_COMPLIANT MEDIUM');
const low = only('NON_COMPLIANT LOW');
const unknown = only('INSUFFICIENT_DATA');

const permitting = (...permissions: readonly unknown[]) => ({ lines: fleetWith(samlTrust(), permissions) });
const on = (...Resource: readonly string[]) => permitting(streaming({ Resource }));
const under = (Condition: unknown) => permitting(streaming({ Condition }));
const withPolicies = (...policies: readonly Line[]) => ({
  lines: [samlDirectory(), trusting(policy(samlTrust())), knownProvider(), ...policies],
});
const arn = (id: string, region = 'us-east-1', accountId = account) =>
  `arn:aws:workspaces:${region}:${accountId}:directory/${id}`;
// biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of the policy language
const self = '${saml:sub}';

describe('saml-stream-policy-scoped', () => {
  const rule = 'saml-stream-policy-scoped';

  describe('on which directories', () => {
    itJudges(rule, {
      'passes the directory': [permitting(streaming()), passes],
      'passes several directories': [
        { lines: [...on(arn(dir), arn(otherDir)).lines, directory({ DirectoryId: otherDir })] },
        passes,
      ],
      'passes a directory in any Region, for its id is its own': [on(arn(dir, '*')), passes],
      'fails everything': [on('*'), high],
      'fails what names no resource': [permitting(streaming({ Resource: undefined })), high],
      'fails every directory': [on(arn('*')), high],
      'fails directories by the start of their ids': [on(arn('d-9067*')), high],
      'fails all of WorkSpaces': [on('arn:aws:workspaces:*'), high],
      'fails every directory beside a named one': [on(arn(dir), arn('*')), high],
      'fails all but a directory': [permitting(streaming({ Resource: undefined, NotResource: arn(otherDir) })), high],
      'leaves out resources that nobody streams from': [
        on(arn(dir), `arn:aws:workspaces:us-east-1:${account}:workspace/*`),
        passes,
      ],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of the policy language
      'cannot tell what a variable stands for': [on(arn('${aws:PrincipalTag/directory}')), unknown],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of the policy language
      'passes a variable for the account': [on(arn(dir, 'us-east-1', '${aws:PrincipalAccount}')), passes],
      'fails a statement of an administrator beside the narrow one': [
        permitting(streaming(), { Effect: 'Allow', Action: '*', Resource: '*' }),
        high,
      ],
      'fails a directory that is not there, LOW': [on(arn(dir), arn(otherDir)), low],
      'passes one that is deregistered, but there': [
        { lines: [...on(arn(dir), arn(otherDir)).lines, directory({ DirectoryId: otherDir, State: 'DEREGISTERED' })] },
        passes,
      ],
      'fails an ARN of another partition, which fits nothing': [
        on(arn(dir), directoryArn.replace('arn:aws:', 'arn:aws-us-gov:')),
        low,
      ],
      'passes a directory of a Region that was not scanned': [on(arn(dir), arn(otherDir, 'eu-west-1')), passes],
      'passes a directory of another account': [on(arn(dir), arn(otherDir, 'us-east-1', '444455556666')), passes],
      'fails one that is not there in another Region that was scanned': [
        { ...on(arn(dir), arn(otherDir, 'eu-west-1')), others: [{ lines: [], region: 'eu-west-1' }] },
        low,
      ],
      'passes one that is there': [
        {
          ...on(arn(dir), arn(otherDir, 'eu-west-1')),
          others: [{ lines: [directory({ DirectoryId: otherDir })], region: 'eu-west-1' }],
        },
        passes,
      ],
      'cannot tell when directories of that Region were denied': [
        {
          ...on(arn(dir), arn(otherDir, 'eu-west-1')),
          others: [{ lines: [], region: 'eu-west-1', coverage: { [directories]: 'denied' } }],
        },
        only(`INSUFFICIENT_DATA ${directories}`),
      ],
      'cannot tell in a snapshot of some directories': [
        { ...on(arn(dir), arn(otherDir)), scope: { directories: [dir] } },
        unknown,
      ],
      'passes GovCloud with its partition': [
        {
          ...on(directoryArn.replace('arn:aws:workspaces:us-east-1', 'arn:aws-us-gov:workspaces:us-gov-west-1')),
          region: 'us-gov-west-1',
        },
        passes,
      ],
    });
  });

  describe('as whom', () => {
    itJudges(rule, {
      'passes a list of one': [under({ StringEquals: { 'workspaces:userId': [self] } }), passes],
      'passes key and variable in any case': [
        under({ StringEquals: { 'WorkSpaces:UserID': '$' + '{SAML:sub}' } }),
        passes,
      ],
      'fails without a condition': [under(undefined), high],
      'fails a condition on something else': [under({ StringEquals: { 'aws:PrincipalTag/team': 'a' } }), high],
      'fails another user beside it': [under({ StringEquals: { 'workspaces:userId': [self, 'admin'] } }), high],
      'fails any user': [under({ StringLike: { 'workspaces:userId': '*' } }), high],
      'fails a user who is not named': [under({ StringNotEquals: { 'workspaces:userId': self } }), high],
      'fails a version of the language without variables': [
        withPolicies(...inline({ stream: policy([streaming()], '2008-10-17') }), ...attached()),
        high,
      ],
      'fails one statement of two': [permitting(streaming(), streaming({ Condition: undefined })), high],
      'is not mended by a denial': [
        permitting(streaming({ Condition: undefined }), {
          Effect: 'Deny',
          Action: 'workspaces:Stream',
          Resource: '*',
          Condition: { StringNotEquals: { 'workspaces:userId': self } },
        }),
        high,
      ],
    });
  });

  describe('what else, and where it stands', () => {
    itJudges(rule, {
      'passes the action in any case': [permitting(streaming({ Action: 'WORKSPACES:stream' })), passes],
      'passes a list of one': [permitting(streaming({ Action: ['workspaces:Stream'] })), passes],
      'fails other actions of the statement, MEDIUM': [
        permitting(streaming({ Action: ['workspaces:Stream', 'workspaces:DescribeWorkspaces'] })),
        medium,
      ],
      'fails them as whomever, HIGH': [permitting(streaming({ Action: 'workspaces:*', Condition: undefined })), high],
      'fails every action of WorkSpaces': [permitting(streaming({ Action: 'workspaces:*' })), medium],
      'passes other statements': [
        permitting(streaming(), { Effect: 'Allow', Action: 'workspaces:Describe*', Resource: '*' }),
        passes,
      ],
      'fails a managed policy, LOW': [withPolicies(...inline({}), ...attached({ stream: policy([streaming()]) })), low],
      'leaves out managed policies that do not stream': [
        withPolicies(
          ...inline({ stream: policy(streaming()) }),
          ...attached({ logs: policy({ Effect: 'Allow', Action: 'logs:*', Resource: '*' }) }),
        ),
        passes,
      ],
      'is graded by the worst': [
        withPolicies(...inline({}), ...attached({ stream: policy([streaming({ Resource: '*' })]) })),
        high,
      ],
      'cannot tell when attached policies were denied': [
        {
          ...withPolicies(...inline({ stream: policy(streaming()) })),
          coverage: { [listAttachedRolePolicies]: 'denied' },
        },
        only(`INSUFFICIENT_DATA ${listAttachedRolePolicies}`),
      ],
      'fails a managed policy when inline policies were denied': [
        {
          ...withPolicies(...attached({ stream: policy(streaming()) })),
          coverage: { [listRolePolicies]: 'denied' },
        },
        low,
      ],
      'cannot tell when a managed policy was denied': [
        {
          ...withPolicies(
            ...inline({ stream: policy(streaming()) }),
            ...attached({ logs: policy([]) }).filter(({ type }) => type === 'AttachedRolePolicies'),
          ),
          coverage: { [getPolicy]: 'denied', [getPolicyVersion]: 'skipped' },
        },
        only(`INSUFFICIENT_DATA ${getPolicy} ${getPolicyVersion}`),
      ],
      'cannot tell when its document was denied': [
        {
          ...withPolicies(
            ...inline({ stream: policy(streaming()) }),
            ...attached({ logs: policy([]) }).filter(({ type }) => type !== 'PolicyVersion'),
          ),
          coverage: { [getPolicyVersion]: 'denied' },
        },
        only(`INSUFFICIENT_DATA ${getPolicyVersion}`),
      ],
      'cannot tell from a statement without an action': [
        withPolicies(
          ...inline({ stream: policy(streaming()), other: policy({ Effect: 'Allow', Resource: '*' }) }),
          ...attached(),
        ),
        unknown,
      ],
      'fails what is proven beside a policy that cannot be read': [
        withPolicies(...inline({ stream: policy(streaming({ Resource: '*' })), other: '{' }), ...attached()),
        high,
      ],
    });
  });

  it('names all that is wrong, and what could not be looked for', async () => {
    const wide = streaming({
      Action: 'workspaces:*',
      Resource: ['*', arn(otherDir), arn(otherDir, 'eu-west-1')],
      Condition: undefined,
    });
    const lines = withPolicies(...inline({}), ...attached({ stream: policy(wide) })).lines;
    const managed = `arn:aws:iam::${account}:policy/stream`;
    const results = await judge(rule, { lines });
    expect(results.find(({ subject }) => subject.id === users)).toMatchObject({
      severity: 'HIGH',
      reason: [
        `Streaming is allowed on * (${managed} Statement[0]), and not on named directories alone`,
        `the user id (workspaces:userId) is not held to the signed-in user's in ${managed} Statement[0]`,
        'the same statements allow workspaces:* too',
        `there is no directory ${arn(otherDir)}`,
        `the policy is attached to the role instead of embedded in it: ${managed}.`,
      ].join('; '),
      evidence: { notes: [`${arn(otherDir, 'eu-west-1')} is outside the accounts and Regions of this audit.`] },
      controls: ['AC-3', 'AC-6', 'IA-2'],
      missing: [],
    });
  });

  it('remarks on directories that no role serves', async () => {
    const lines = [...permitting(streaming()).lines, directory({ DirectoryId: otherDir, ...saml('ENABLED') })];
    const results = await judge(rule, { lines });
    expect(results.find(({ subject }) => subject.id === users)?.evidence.notes).toEqual([
      `No role of the account lets users of a SAML provider stream from ${otherDir}.`,
    ]);
  });
});

describe('saml-stream-policy-no-source-ip', () => {
  const rule = 'saml-stream-policy-no-source-ip';
  const own = { StringEquals: { 'workspaces:userId': self } };
  const fromOffice = { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } };
  const deny = (members: object) => ({ Effect: 'Deny', Action: '*', Resource: '*', ...members });

  itJudges(rule, {
    'passes no such condition': [permitting(streaming()), passes],
    'fails an allowance for some addresses': [under({ ...own, ...fromOffice }), medium],
    'fails an allowance for all but some': [
      under({ ...own, NotIpAddress: { 'AWS:sourceip': '198.51.100.0/24' } }),
      medium,
    ],
    'fails addresses in a VPC': [under({ ...own, IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/8' } }), medium],
    'fails a denial of everything from elsewhere': [
      permitting(streaming(), deny({ Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } })),
      medium,
    ],
    'fails a denial of all but other actions': [
      permitting(streaming(), deny({ Action: undefined, NotAction: 's3:*', Condition: fromOffice })),
      medium,
    ],
    'passes a denial of other actions': [
      permitting(streaming(), deny({ Action: 's3:*', Condition: fromOffice })),
      passes,
    ],
    'passes a denial on other resources': [
      permitting(streaming(), deny({ Resource: 'arn:aws:s3:::*', Condition: fromOffice })),
      passes,
    ],
    'passes other statements with that condition': [
      permitting(streaming(), { Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: fromOffice }),
      passes,
    ],
    'leaves out roles that stream nothing': [permitting(), only('NOT_APPLICABLE')],
    'cannot tell when attached policies were denied': [
      {
        ...withPolicies(...inline({ stream: policy(streaming()) })),
        coverage: { [listAttachedRolePolicies]: 'denied' },
      },
      only(`INSUFFICIENT_DATA ${listAttachedRolePolicies}`),
    ],
  });

  it('names the statement', async () => {
    const results = await judge(rule, permitting(streaming({ Sid: 'Office', Condition: { ...own, ...fromOffice } })));
    expect(results.find(({ subject }) => subject.id === users)).toMatchObject({
      reason: 'Streaming depends on the source address, which it cannot, in stream Office.',
      evidence: { 'stream.sourceIpStatements': ['stream Office'] },
      controls: ['AC-3', 'SC-7', 'AC-4'],
    });
  });
});
