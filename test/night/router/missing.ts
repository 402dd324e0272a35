import type { Answer } from '../../aws/protocols/protocol.ts';
import type { Call } from './call.ts';

/**
 * Operations that moto 5.2.5 does not have. They are answered, in AWS's JSON protocol, as in a Region that has none of
 * these resources.
 */
const answers: Readonly<Record<string, object>> = {
  'cloudtrail:LookupEvents': { Events: [] },
  'ds:DescribeClientAuthenticationSettings': { ClientAuthenticationSettingsInfo: [] },
  'ds:DescribeDomainControllers': { DomainControllers: [] },
  'ds:ListCertificates': { CertificatesInfo: [] },
  'workspaces:DescribeAccount': { DedicatedTenancySupport: 'DISABLED' },
  'workspaces:DescribeConnectionAliases': { ConnectionAliases: [] },
  'workspaces:DescribeIpGroups': { Result: [] },
  'workspaces:DescribeWorkspaceBundles': { Bundles: [] },
  'workspaces:DescribeWorkspacesConnectionStatus': { WorkspacesConnectionStatus: [] },
  'workspaces:DescribeWorkspacesPools': { WorkspacesPools: [] },
  'workspaces:ListAccountLinks': { AccountLinks: [] },
};

/** @returns undefined where moto can answer itself */
export function answerMissing({ action }: Call): Answer | undefined {
  const output = answers[action];
  if (output === undefined) return undefined;
  return { status: 200, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(output) };
}
