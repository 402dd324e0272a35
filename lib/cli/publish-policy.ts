import { securityHubActions, snsActions } from '../publish/index.ts';
import type { Publication } from './publish-options.ts';

interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

/**
 * The least that publishing needs: importing into the default product of an account, in any Region, and publishing to
 * the topic.
 *
 * @param accountIds accounts whose findings are imported; none: any account that holds the policy
 */
export function publishStatements(
  { securityHub, topic }: Publication,
  partition: string,
  accountIds: readonly string[],
): Statement[] {
  const accounts = accountIds.length === 0 ? ['*'] : accountIds;
  const products = accounts.map((id) => `arn:${partition}:securityhub:*:${id}:product/${id}/default`);
  return [
    ...(securityHub
      ? [{ Sid: 'ImportFindings', Effect: 'Allow', Action: securityHubActions, Resource: products } as const]
      : []),
    ...(topic === undefined
      ? []
      : [{ Sid: 'PublishDigest', Effect: 'Allow', Action: snsActions, Resource: [topic.arn] } as const]),
  ];
}
