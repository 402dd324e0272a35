import { describe, expect, it } from 'vitest';
import { findingOf, isPublished } from '../../lib/publish/asff.ts';
import { result, sighting, subject } from './results.ts';

const types = [
  'Software and Configuration Checks/AWS Security Best Practices',
  'Software and Configuration Checks/Industry and Regulatory Standards/NIST 800-53 Controls (USA)',
];

describe('a result in the AWS Security Finding Format', () => {
  it('says all that the result says', () => {
    expect(findingOf(result(), sighting)).toStrictEqual({
      SchemaVersion: '2018-10-08',
      Id: 'workspaces-auditor/0123abcd',
      ProductArn: 'arn:aws:securityhub:us-east-1:111122223333:product/111122223333/default',
      ProductName: 'WorkSpaces Auditor',
      AwsAccountId: '111122223333',
      Region: 'us-east-1',
      CreatedAt: '2026-11-01T03:00:00.000Z',
      FirstObservedAt: '2026-11-01T03:00:00.000Z',
      LastObservedAt: '2026-11-22T03:00:00.000Z',
      UpdatedAt: '2026-11-22T03:05:00.000Z',
      RecordState: 'ACTIVE',
      Severity: { Label: 'HIGH', Original: 'HIGH' },
      Types: types,
      FindingProviderFields: { Severity: { Label: 'HIGH', Original: 'HIGH' }, Types: types },
      GeneratorId: 'workspaces-auditor/security-groups/sg-no-open-ssh',
      Title: 'No group lets the whole internet in on SSH',
      Description: 'sg-0a1b2c3d4e5f60718 lets 0.0.0.0/0 in on port 22.',
      Remediation: { Recommendation: { Text: 'Remove the rule.', Url: sighting.sourceUrl } },
      ProductFields: {
        'workspaces-auditor/Generator': 'workspaces-auditor/0.1.0',
        'workspaces-auditor/PackId': 'security-groups',
        'workspaces-auditor/RuleId': 'sg-no-open-ssh',
        'workspaces-auditor/SubjectId': 'sg-0a1b2c3d4e5f60718',
        'workspaces-auditor/SubjectType': 'securityGroup',
      },
      Resources: [
        {
          Type: 'AwsEc2SecurityGroup',
          Id: subject.arn,
          Partition: 'aws',
          Region: 'us-east-1',
          Details: {
            AwsEc2SecurityGroup: { GroupId: 'sg-0a1b2c3d4e5f60718' },
            Other: { 'securityGroup.openPorts': '[22]', 'securityGroup.name': 'desktops' },
          },
        },
      ],
      Compliance: {
        Status: 'FAILED',
        StatusReasons: [
          { ReasonCode: 'NON_COMPLIANT', Description: 'sg-0a1b2c3d4e5f60718 lets 0.0.0.0/0 in on port 22.' },
        ],
        RelatedRequirements: ['NIST.800-53.r5 SC-7', 'NIST.800-53.r5 AC-17'],
      },
    });
  });

  it('is archived and passed once resolved', () => {
    const open = findingOf(result(), sighting);
    expect(findingOf(result(), { ...sighting, state: 'resolved' })).toStrictEqual({
      ...open,
      RecordState: 'ARCHIVED',
      Compliance: {
        ...open.Compliance,
        Status: 'PASSED',
        StatusReasons: [
          {
            ReasonCode: 'RESOLVED',
            Description: 'The subject is gone or compliant, and everything that the rule reads was completely read.',
          },
        ],
      },
    });
  });

  it.each([
    [false, 'EXCEPTION', 'Is accepted by desktop-platform, until 2027-01-31: Reviewed'],
    [true, 'EXCEPTION_EXPIRED', 'Was accepted by desktop-platform, until 2027-01-31: Reviewed'],
  ])('stays failed under an exception (expired: %s), and says whose', (expired, ReasonCode, Description) => {
    const exception = {
      reason: 'Reviewed',
      owner: 'desktop-platform',
      ticket: 'SEC-1',
      expires: '2027-01-31',
      expired,
    };
    const { Compliance, ProductFields } = findingOf(result({ exception }), sighting);
    expect(Compliance?.Status).toBe('FAILED');
    expect(Compliance?.StatusReasons?.[1]).toStrictEqual({ ReasonCode, Description });
    expect(ProductFields).toMatchObject({
      'workspaces-auditor/ExceptionExpired': String(expired),
      'workspaces-auditor/ExceptionExpires': '2027-01-31',
      'workspaces-auditor/ExceptionOwner': 'desktop-platform',
      'workspaces-auditor/ExceptionTicket': 'SEC-1',
    });
  });

  it('names no framework where the rule has no control', () => {
    const { Types, Compliance } = findingOf(result({ controls: [] }), sighting);
    expect({ Types, related: Compliance?.RelatedRequirements }).toStrictEqual({
      Types: types.slice(0, 1),
      related: undefined,
    });
  });

  it('is made of what is NON_COMPLIANT only', () => {
    const statuses = ['NON_COMPLIANT', 'INSUFFICIENT_DATA', 'COMPLIANT', 'NOT_APPLICABLE'] as const;
    expect(statuses.filter((status) => isPublished(result({ status })))).toStrictEqual(['NON_COMPLIANT']);
  });
});
