import { describe, expect, it } from 'vitest';
import { account, dir, directories, directory } from './fleet-builders.ts';
import { judge } from './harness.ts';
import {
  defaultRole,
  fleetWith,
  getRole,
  policy,
  roles,
  samlTrust,
  serviceRole,
  streaming,
  users,
} from './role-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const rule = 'workspaces-default-role-intact';
const is = (verdict: string) => ({ [defaultRole]: verdict });
const passes = is('COMPLIANT');
const medium = is('NON_COMPLIANT MEDIUM');
const byService = (members: object = {}) => ({
  Effect: 'Allow',
  Principal: { Service: 'workspaces.amazonaws.com' },
  Action: 'sts:AssumeRole',
  ...members,
});
const trusting = (...statements: readonly object[]) => ({ lines: [directory(), serviceRole(policy(statements))] });

describe(rule, () => {
  itJudges(rule, {
    'passes the trust policy that the service makes': [trusting(byService()), passes],
    'passes a list of one': [trusting(byService({ Principal: { Service: ['workspaces.amazonaws.com'] } })), passes],
    'passes a condition on the account': [
      trusting(byService({ Condition: { StringEquals: { 'aws:SourceAccount': account } } })),
      passes,
    ],
    'passes denials, which let nobody in': [
      trusting(byService(), { Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole' }),
      passes,
    ],
    'fails a role that is gone': [{ lines: [directory()] }, medium],
    'fails an account that may assume it, too': [
      trusting(byService({ Principal: { Service: 'workspaces.amazonaws.com', AWS: `arn:aws:iam::${account}:root` } })),
      medium,
    ],
    'fails it in a statement of its own': [trusting(byService(), byService({ Principal: { AWS: account } })), medium],
    'fails everyone': [trusting(byService({ Principal: '*' })), medium],
    'fails all but somebody': [
      trusting(byService(), byService({ Principal: undefined, NotPrincipal: { AWS: account } })),
      medium,
    ],
    'fails all but the service': [
      trusting(byService(), byService({ Principal: undefined, NotPrincipal: { Service: 'workspaces.amazonaws.com' } })),
      medium,
    ],
    'fails another service': [trusting(byService({ Principal: { Service: 'ec2.amazonaws.com' } })), medium],
    'fails users of a SAML provider': [trusting(byService(), samlTrust()), medium],
    'fails when the service may not assume it': [trusting(byService({ Action: 'sts:TagSession' })), medium],
    'fails without a statement': [trusting(), medium],
    'leaves out accounts without a registered directory': [
      { lines: [directory({ State: 'DEREGISTERED' })] },
      is('NOT_APPLICABLE'),
    ],
    'leaves out accounts without any directory': [{ lines: [] }, is('NOT_APPLICABLE')],
    'leaves out other roles': [
      {
        lines: [
          ...fleetWith(
            samlTrust({ Principal: { Federated: `arn:aws:iam::${account}:saml-provider/idp`, AWS: account } }),
            [streaming()],
          ),
          serviceRole(policy(byService())),
        ],
      },
      { [defaultRole]: 'COMPLIANT', [users]: 'NOT_APPLICABLE' },
    ],
    'needs no other role': [{ ...trusting(byService()), coverage: { [roles]: 'denied' } }, passes],
    'cannot tell when the role was denied': [
      { lines: [directory()], coverage: { [getRole]: 'denied' } },
      is(`INSUFFICIENT_DATA ${getRole}`),
    ],
    'cannot tell when the role was not asked for': [
      { lines: [directory()], coverage: { [getRole]: 'skipped' } },
      is(`INSUFFICIENT_DATA ${getRole}`),
    ],
    'cannot tell when the trust policy cannot be read': [
      { lines: [directory(), serviceRole('%7B%22Version%22')] },
      is('INSUFFICIENT_DATA'),
    ],
    'cannot tell without the trust policy': [{ lines: [directory(), serviceRole(undefined)] }, is('INSUFFICIENT_DATA')],
    'cannot tell whether it applies when directories were denied': [
      { lines: [serviceRole(policy(byService()))], coverage: { [directories]: 'denied' } },
      is(`INSUFFICIENT_DATA ${directories}`),
    ],
    'cannot tell whether it applies in a snapshot of other directories': [
      { lines: [], scope: { directories: ['d-0000000000'] } },
      is('INSUFFICIENT_DATA'),
    ],
  });

  it('names who else may assume it', async () => {
    const others = byService({ Principal: { AWS: [`arn:aws:iam::${account}:root`] } });
    expect(await onlyResult(rule, trusting(byService(), others))).toMatchObject({
      packId: 'identity',
      severity: 'MEDIUM',
      subject: { type: 'iamRole', id: defaultRole, arn: `arn:aws:iam::${account}:role/${defaultRole}` },
      reason: `Others may assume the role too: AWS arn:aws:iam::${account}:root.`,
      evidence: {
        exists: true,
        id: defaultRole,
        registeredDirectoryIds: [dir],
        'trust.principals': [`AWS arn:aws:iam::${account}:root`, 'Service workspaces.amazonaws.com'],
        'trust.servicePrincipals': ['Service workspaces.amazonaws.com'],
        'trust.otherPrincipals': [`AWS arn:aws:iam::${account}:root`],
      },
      controls: ['AC-6', 'AC-3'],
      missing: [],
    });
  });

  it('says that the role is gone', async () => {
    const [result] = await judge(rule, { lines: [directory()] });
    expect(result?.reason).toBe('The account has no role workspaces_DefaultRole.');
  });
});
