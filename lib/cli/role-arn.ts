import { InputError } from '../model/errors.ts';

/**
 * Whose role it is.
 *
 * @throws InputError (`usage`) when the text is no ARN of a role
 */
export function accountOf(roleArn: string): { accountId: string; partition: string } {
  const [, partition, accountId] = /^arn:([a-z-]+):iam::(\d{12}):role\/.+$/.exec(roleArn) ?? [];
  if (partition !== undefined && accountId !== undefined) return { partition, accountId };
  throw new InputError('usage', {
    place: '--role-arn',
    found: `"${roleArn}"`,
    expected: 'the ARN of a role, such as arn:aws:iam::111122223333:role/workspaces-auditor',
    mend: 'Correct the ARN.',
  });
}
