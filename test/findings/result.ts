import type { Result } from '../../lib/model/report.ts';

/** A finding, with what matters to the test replaced. */
export const finding = (changes: Partial<Result> & { readonly id?: string } = {}): Result => {
  const { id = 'ws-1', ...members } = changes;
  return {
    ruleId: 'some-rule',
    packId: 'some-pack',
    title: 'A title',
    severity: 'HIGH',
    status: 'NON_COMPLIANT',
    subject: { type: 'workspace', id, arn: `arn:${id}`, accountId: '111122223333', region: 'us-east-1' },
    reason: 'Because.',
    evidence: {},
    remediation: 'Mend it.',
    controls: [],
    missing: [],
    exception: null,
    ...members,
  };
};

export const exception = (expired: boolean) => ({
  ...{ reason: 'Reviewed', owner: 'team', ticket: null, expires: '2027-01-31', expired },
});
