import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageStatuses } from '../../lib/model/coverage.ts';
import type { CoverageGap } from '../../lib/model/report.ts';
import { type GapSighting, gapFindingOf, gapId } from '../../lib/publish/asff-coverage.ts';
import { schemaProblems } from './asff-schema.ts';
import { hostile } from './results.ts';

const gap: CoverageGap = {
  accountId: '111122223333',
  region: 'us-gov-west-1',
  operation: 'ec2:DescribeSecurityGroups',
  status: 'denied',
  errorCode: 'UnauthorizedOperation',
  message: 'You are not authorized to perform this operation.',
};

const sighting: GapSighting = {
  state: 'open',
  firstObservedAt: '2026-11-01T03:00:00.000Z',
  lastObservedAt: '2026-11-22T03:00:00.000Z',
  updatedAt: '2026-11-22T03:05:00.000Z',
  partition: 'aws-us-gov',
  generator: 'workspaces-auditor/0.1.0',
};

const description =
  'ec2:DescribeSecurityGroups was denied (UnauthorizedOperation: You are not authorized to perform this operation.). ' +
  'Rules that depend on it cannot be judged, and findings that they made stay open.';
const types = ['Software and Configuration Checks/AWS Security Best Practices'];

describe('an operation that could not be read', () => {
  it('is one finding on the account that names the IAM action', () => {
    expect(gapFindingOf(gap, sighting)).toStrictEqual({
      SchemaVersion: '2018-10-08',
      Id: 'workspaces-auditor/coverage/111122223333/us-gov-west-1/ec2:DescribeSecurityGroups',
      ProductArn: 'arn:aws-us-gov:securityhub:us-gov-west-1:111122223333:product/111122223333/default',
      ProductName: 'WorkSpaces Auditor',
      AwsAccountId: '111122223333',
      Region: 'us-gov-west-1',
      CreatedAt: '2026-11-01T03:00:00.000Z',
      FirstObservedAt: '2026-11-01T03:00:00.000Z',
      LastObservedAt: '2026-11-22T03:00:00.000Z',
      UpdatedAt: '2026-11-22T03:05:00.000Z',
      RecordState: 'ACTIVE',
      Severity: { Label: 'MEDIUM', Original: 'MEDIUM' },
      Types: types,
      FindingProviderFields: { Severity: { Label: 'MEDIUM', Original: 'MEDIUM' }, Types: types },
      GeneratorId: 'workspaces-auditor/coverage',
      Title: 'ec2:DescribeSecurityGroups is read completely',
      Description: description,
      Remediation: {
        Recommendation: {
          Text: 'Allow the IAM action ec2:DescribeSecurityGroups in the role that the auditor reads this account with, and in the policies that bound it.',
        },
      },
      ProductFields: {
        'workspaces-auditor/Generator': 'workspaces-auditor/0.1.0',
        'workspaces-auditor/Operation': 'ec2:DescribeSecurityGroups',
      },
      Resources: [
        {
          Type: 'AwsAccount',
          Id: 'AWS::::Account:111122223333',
          Partition: 'aws-us-gov',
          Region: 'us-gov-west-1',
          Details: {
            Other: {
              operation: 'ec2:DescribeSecurityGroups',
              status: 'denied',
              errorCode: 'UnauthorizedOperation',
              message: 'You are not authorized to perform this operation.',
            },
          },
        },
      ],
      Compliance: {
        Status: 'NOT_AVAILABLE',
        StatusReasons: [{ ReasonCode: 'INSUFFICIENT_DATA', Description: description }],
      },
    });
  });

  it('is archived under the same id when it can be read again', () => {
    const open = gapFindingOf(gap, sighting);
    expect(gapFindingOf(gap, { ...sighting, state: 'resolved' })).toStrictEqual({
      ...open,
      RecordState: 'ARCHIVED',
      Compliance: {
        Status: 'PASSED',
        StatusReasons: [
          { ReasonCode: 'RESOLVED', Description: 'The operation was completely read, or no rule needs it any more.' },
        ],
      },
    });
    expect(gapId({ ...gap, status: 'failed', message: 'another' })).toBe(open.Id);
  });

  it("fits the service's own model, whatever the service said", () => {
    const gaps = fc.record({
      ...{ accountId: fc.constant('111122223333'), region: fc.constant('us-east-1'), operation: hostile },
      ...{ status: fc.constantFrom(...coverageStatuses), errorCode: hostile, message: hostile },
    });
    fc.assert(
      fc.property(gaps, (any) => {
        const finding = gapFindingOf(any, sighting);
        expect(schemaProblems(finding)).toStrictEqual([]);
        expect([finding.Id.length <= 512, finding.Description?.length ?? 0, finding.Title?.length ?? 0]).toStrictEqual([
          true,
          Math.min(1024, finding.Description?.length ?? 0),
          Math.min(256, finding.Title?.length ?? 0),
        ]);
      }),
    );
  });
});
