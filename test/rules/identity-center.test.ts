import { describe, expect, it } from 'vitest';
import { account, directories, directory, noDirectories } from './fleet-builders.ts';
import type { Line } from './harness.ts';
import { entra, identityCenter, managedDir } from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const listInstances = 'sso:ListInstances';
const getAssignment = 'sso:GetApplicationAssignmentConfiguration';
const describeOrganization = 'organizations:DescribeOrganization';

const instanceArn = 'arn:aws:sso:::instance/ssoins-0a1b2c3d4e5f6a7b';
const applicationArn = `arn:aws:sso::${account}:application/ssoins-0a1b2c3d4e5f6a7b/apl-0a1b2c3d4e5f6a7b`;
const management = '999900001111';

const using = (IDCConfig: object, members: object = {}): Line =>
  directory({ ...identityCenter, IDCConfig, ...members });
const registered = using({ InstanceArn: instanceArn, ApplicationArn: applicationArn });
const instance = (members: object = {}): Line => ({
  type: 'InstanceMetadata',
  resource: { InstanceArn: instanceArn, OwnerAccountId: management, Status: 'ACTIVE', ...members },
});
const organization: Line = {
  type: 'Organization',
  resource: { Id: 'o-0a1b2c3d4e', MasterAccountId: management },
};

const is = (verdict: string) => ({ [managedDir]: verdict });
const passes = is('COMPLIANT');
const medium = is('NON_COMPLIANT MEDIUM');
const low = is('NON_COMPLIANT LOW');
const notApplicable = is('NOT_APPLICABLE');
const unknown = is('INSUFFICIENT_DATA');
const denied = (operation: string) => is(`INSUFFICIENT_DATA ${operation}`);

describe('idc-cross-region-organization-instance', () => {
  const rule = 'idc-cross-region-organization-instance';
  /** The instance is in another Region of the audit. */
  const across = (members: object = {}, ...lines: readonly Line[]) => ({
    lines: [registered, ...lines],
    others: [{ lines: [instance(members)], region: 'eu-west-1' }],
  });

  itJudges(rule, {
    'passes an instance of the Region, whoever owns it': [
      { lines: [registered, instance({ OwnerAccountId: account })], coverage: { [describeOrganization]: 'denied' } },
      passes,
    ],
    "passes the organization's in another Region": [across({}, organization), passes],
    "fails an account's in another Region": [across({ OwnerAccountId: account }, organization), medium],
    'fails one in another Region when there is no organization': [across({ OwnerAccountId: account }), medium],
    "passes one of the management account, which is the organization's": [
      {
        lines: [registered, { type: 'Organization', resource: { Id: 'o-1', MasterAccountId: account } }],
        others: [{ lines: [instance({ OwnerAccountId: account })], region: 'eu-west-1' }],
      },
      passes,
    ],
    "fails GovCloud, even with the organization's": [{ ...across({}, organization), region: 'us-gov-west-1' }, medium],
    'fails GovCloud when nothing is known of the instance': [
      { lines: [registered], region: 'us-gov-east-1', coverage: { [describeOrganization]: 'denied' } },
      medium,
    ],
    'passes an instance of the Region in GovCloud': [
      { lines: [registered, instance()], region: 'us-gov-west-1' },
      passes,
    ],
    'cannot tell whose an instance is that no Region of the audit lists': [
      { lines: [registered, organization] },
      unknown,
    ],
    'cannot tell without an owner': [across({ OwnerAccountId: undefined }, organization), unknown],
    'cannot tell when instances were denied': [
      { lines: [registered, organization], coverage: { [listInstances]: 'denied' } },
      denied(listInstances),
    ],
    'cannot tell in GovCloud when instances were denied': [
      { lines: [registered], region: 'us-gov-west-1', coverage: { [listInstances]: 'denied' } },
      denied(listInstances),
    ],
    'cannot tell when the organization was denied': [
      { ...across(), coverage: { [describeOrganization]: 'denied' } },
      denied(describeOrganization),
    ],
    'judges directories of Entra ID': [
      { lines: [directory({ ...entra, IDCConfig: { InstanceArn: instanceArn } }), instance()] },
      passes,
    ],
    'leaves out directories without IAM Identity Center': [{ lines: [using({})] }, notApplicable],
    'leaves out what is deregistered': [
      { lines: [using({ InstanceArn: instanceArn }, { State: 'DEREGISTERED' })] },
      notApplicable,
    ],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('says why, and remarks on the distance', async () => {
    expect(await onlyResult(rule, across({ OwnerAccountId: account }, organization))).toMatchObject({
      packId: 'identity',
      severity: 'MEDIUM',
      reason:
        'The IAM Identity Center instance is not in us-east-1, and belongs to one account instead of the organization.',
      evidence: {
        'identityCenter.instanceArn': instanceArn,
        'identityCenter.instanceKind': 'ACCOUNT',
        'identityCenter.isInRegion': false,
        region: 'us-east-1',
      },
      controls: ['IA-8', 'IA-2', 'CM-6'],
      missing: [],
    });
    expect((await onlyResult(rule, across({}, organization)))?.evidence.notes).toEqual([
      'Sign-in and the making of WorkSpaces take longer the farther the instance is from us-east-1.',
    ]);
    expect((await onlyResult(rule, { ...across({}, organization), region: 'us-gov-west-1' }))?.reason).toBe(
      'The IAM Identity Center instance is not in us-gov-west-1, and GovCloud offers none across Regions.',
    );
  });
});

describe('idc-application-requires-assignment', () => {
  const rule = 'idc-application-requires-assignment';
  const requires = (AssignmentRequired?: boolean): Line => ({
    type: 'ApplicationAssignmentConfiguration',
    resource: { ApplicationArn: applicationArn, AssignmentRequired },
  });

  itJudges(rule, {
    'passes assignments that are required': [{ lines: [registered, requires(true)] }, passes],
    'fails an application that is open to all': [{ lines: [registered, requires(false)] }, low],
    'cannot tell when it is not said': [{ lines: [registered, requires()] }, unknown],
    'cannot tell when applications were denied': [
      { lines: [registered], coverage: { [getAssignment]: 'denied' } },
      denied(getAssignment),
    ],
    'cannot tell of an application that was not returned': [{ lines: [registered] }, unknown],
    'leaves out directories without an application': [{ lines: [using({ InstanceArn: instanceArn })] }, notApplicable],
    'leaves out directories without IAM Identity Center': [{ lines: [directory(identityCenter)] }, notApplicable],
    'leaves out what is deregistering': [
      { lines: [using({ ApplicationArn: applicationArn }, { State: 'DEREGISTERING' })] },
      notApplicable,
    ],
  });

  it('names the application', async () => {
    expect(await onlyResult(rule, { lines: [registered, requires(false)] })).toMatchObject({
      severity: 'LOW',
      reason: 'The application lets in every user of the IAM Identity Center instance who has a WorkSpace.',
      evidence: { 'identityCenter.applicationArn': applicationArn, 'identityCenter.assignmentRequired': false },
      controls: ['AC-3', 'AC-6', 'AC-2'],
    });
  });
});
