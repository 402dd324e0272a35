import { describe, expect, it } from 'vitest';
import { account } from './fleet-builders.ts';
import type { Case, Line } from './harness.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const rule = 'byol-account-links-inside-organization';
const [links, describing, listing] = [
  'workspaces:ListAccountLinks',
  'organizations:DescribeOrganization',
  'organizations:ListAccounts',
];
const only = (status: string) => ({ [account]: status });
const link = (
  AccountLinkStatus: string | undefined,
  TargetAccountId: string | undefined,
  members: object = {},
): Line => ({
  type: 'AccountLink',
  resource: {
    ...{ AccountLinkId: `link-${AccountLinkStatus}-${TargetAccountId}`, AccountLinkStatus, TargetAccountId },
    ...{ SourceAccountId: account, ...members },
  },
});
const organization: Line = { type: 'Organization', resource: { Id: 'o-1', MasterAccountId: '999900001111' } };
const members: readonly Line[] = [account, '222233334444', '999900001111'].map((Id) => ({
  type: 'OrganizationAccount',
  resource: { Id, State: 'ACTIVE' },
}));
const inside = (...lines: readonly Line[]): Case => ({ lines: [...lines, organization, ...members] });
const unlisted = (...lines: readonly Line[]): Case => ({
  lines: [...lines, organization],
  coverage: { [listing]: 'denied' },
});
const [member, stranger] = ['222233334444', '999988887777'];

describe(rule, () => {
  itJudges(rule, {
    'passes a link with a member': [inside(link('LINKED', member)), only('COMPLIANT')],
    'passes an invitation of a member': [
      inside(link('PENDING_ACCEPTANCE_BY_TARGET_ACCOUNT', member)),
      only('COMPLIANT'),
    ],
    'fails a link with a stranger': [inside(link('LINKED', stranger)), only('NON_COMPLIANT HIGH')],
    'fails an invitation of a stranger': [
      inside(link('PENDING_ACCEPTANCE_BY_TARGET_ACCOUNT', stranger)),
      only('NON_COMPLIANT HIGH'),
    ],
    'looks at the other end, whoever asked for the link': [
      inside(link('LINKED', account, { SourceAccountId: stranger })),
      only('NON_COMPLIANT HIGH'),
    ],
    'fails a link that failed, mildly': [inside(link('LINKING_FAILED', stranger)), only('NON_COMPLIANT LOW')],
    'is grave about a stranger, whatever else failed': [
      inside(link('LINKING_FAILED', member), link('LINKED', stranger)),
      only('NON_COMPLIANT HIGH'),
    ],
    'leaves out links that were rejected or are not there': [
      inside(link('REJECTED', stranger), link('LINK_NOT_FOUND', stranger)),
      only('NOT_APPLICABLE'),
    ],
    'leaves out an account without links': [inside(), only('NOT_APPLICABLE')],
    'fails every link of an account that is in no organization': [
      { lines: [link('LINKED', member)] },
      only('NON_COMPLIANT HIGH'),
    ],
    'cannot tell where the account may not list the members': [
      unlisted(link('LINKED', member)),
      only(`INSUFFICIENT_DATA ${listing}`),
    ],
    'knows the management account all the same': [unlisted(link('LINKED', '999900001111')), only('COMPLIANT')],
    'cannot tell without either': [
      { lines: [link('LINKED', member)], coverage: { [listing]: 'denied', [describing]: 'denied' } },
      only(`INSUFFICIENT_DATA ${listing}`),
    ],
    'fails a link that failed without asking who is a member': [
      unlisted(link('LINKING_FAILED', member)),
      only('NON_COMPLIANT LOW'),
    ],
    'cannot tell of links that were not read': [
      { ...inside(), coverage: { [links]: 'denied' } },
      only(`INSUFFICIENT_DATA ${links}`),
    ],
    'fails a stranger that was seen, whatever was not': [
      { ...inside(link('LINKED', stranger)), coverage: { [links]: 'partial' } },
      only('NON_COMPLIANT HIGH'),
    ],
    'cannot tell of a state that nobody knows yet': [inside(link('FROZEN', member)), only('INSUFFICIENT_DATA')],
    'cannot tell whom it is with': [inside(link('LINKED', undefined)), only('INSUFFICIENT_DATA')],
  });

  it('names the strangers, and who has not accepted', async () => {
    const pending = link('PENDING_ACCEPTANCE_BY_TARGET_ACCOUNT', member);
    expect(await onlyResult(rule, inside(link('LINKED', stranger), pending))).toMatchObject({
      reason: 'Linked accounts that are not of the organization: 999988887777.',
      evidence: { notes: ['Invited, and not accepted yet: 222233334444.'] },
    });
  });
});
