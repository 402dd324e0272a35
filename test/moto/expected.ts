import { byol } from './expected/byol.ts';
import { directoryHealth } from './expected/directory-health.ts';
import { endpointsDevices } from './expected/endpoints-devices.ts';
import { federation } from './expected/federation.ts';
import { fedrampDodSrg } from './expected/fedramp-dod-srg.ts';
import { globalAccelerator } from './expected/global-accelerator.ts';
import { ipAccess } from './expected/ip-access.ts';
import { ipv6Graphics } from './expected/ipv6-graphics.ts';
import { network } from './expected/network.ts';
import { resilience } from './expected/resilience.ts';
import { securityGroups } from './expected/security-groups.ts';
import { signIn } from './expected/sign-in.ts';
import { type ByRule, noIpGroups } from './expected/subjects.ts';

/**
 * What the rules must say of the built account; worked out from their conditions and moto's answers. One has nothing to
 * judge: nobody imported an image (`byol-image-import-clean`).
 */
export const expectedVerdicts: ByRule = {
  ...byol,
  ...directoryHealth,
  ...endpointsDevices,
  ...federation,
  ...fedrampDodSrg,
  ...globalAccelerator,
  ...ipAccess,
  ...ipv6Graphics,
  ...network,
  ...resilience,
  ...securityGroups,
  ...signIn,
};

/** Each NON_COMPLIANT result with its graded severity. */
export const expectedFindings: readonly string[] = [
  'CRITICAL sg-workspaces-members-exists simple',
  'HIGH directory-ports-open-on-controllers managed controllers',
  'HIGH directory-ports-open-on-controllers simple controllers',
  'HIGH mfa-configured managed',
  'HIGH mfa-configured simple',
  'HIGH sg-controllers-default-rules managed controllers',
  'HIGH sg-controllers-default-rules simple controllers',
  'HIGH subnet-supported-az-id IPv6 subnet',
  'LOW chromeos-client-retired connector',
  'LOW chromeos-client-retired managed',
  'LOW chromeos-client-retired simple',
  'LOW fips-volume-key-usable encrypted',
  'LOW fips-volume-key-usable rootOnly',
  'LOW ipv6-autoassign-directory-graphics-bundles IPv6 subnet',
  'LOW machine-accounts-in-dedicated-ou connector',
  'LOW machine-accounts-in-dedicated-ou managed',
  'LOW machine-accounts-in-dedicated-ou simple',
  'LOW nat-gateway-per-az VPC',
  'MEDIUM ad-connector-hybrid-path connector',
  'MEDIUM fips-workspace-volumes-encrypted plain',
  'MEDIUM fips-workspace-volumes-encrypted rootOnly',
  'MEDIUM ip-group-associated connector',
  'MEDIUM ip-group-associated managed',
  'MEDIUM ip-group-associated simple',
  'MEDIUM local-administrator-disabled connector',
  'MEDIUM local-administrator-disabled managed',
  'MEDIUM local-administrator-disabled simple',
  'MEDIUM remember-me-disabled managed',
  'MEDIUM remember-me-disabled simple',
  'MEDIUM sg-ssh-rule-in-separate-group managed controllers',
  'MEDIUM workspaces-default-role-intact workspaces_DefaultRole',
];

const lacking = (operation: string, rules: readonly string[]) =>
  Object.fromEntries(rules.map((rule) => [rule, [operation]]));

/** The rules that lack an operation, and which. What lacks only a member, or a baseline, lacks no operation. */
export const expectedMissing: Readonly<Record<string, readonly string[]>> = {
  ...lacking('cloudtrail:LookupEvents', [
    'fips-api-callers-use-fips-endpoint',
    'fips-existing-workspaces-created-under-fips',
    'ip-group-change-active-sessions',
    'management-route-change-after-registration',
    'sg-managed-change-events',
  ]),
  ...lacking('ds:DescribeClientAuthenticationSettings', [
    'mfa-configured',
    'smartcard-connector-account-name-length',
    'smartcard-directory-and-region',
    'smartcard-not-combined-with-password',
    'smartcard-ocsp-configured',
    'smartcard-workspaces-supported',
  ]),
  ...lacking('ds:DescribeDomainControllers', ['directory-controllers-two-azs']),
  ...lacking('ec2:DescribeNetworkInterfaces', [
    'directory-ports-open-from-workspaces',
    'internet-egress-security-group',
    'sg-controllers-attached-to-directory-eni',
    'sg-controllers-not-on-workspaces',
    'sg-rules-condensed',
    'sg-ssh-source-restricted',
  ]),
  ...lacking('workspaces:DescribeConnectionAliases', [
    'cross-region-alias-has-failover',
    'cross-region-same-usernames',
    'cross-region-saml-both-directories',
  ]),
  ...lacking(
    'workspaces:DescribeIpGroups',
    Object.keys(ipAccess).filter((rule) => ipAccess[rule] === noIpGroups),
  ),
  ...lacking('workspaces:DescribeWorkspaceBundles', ['byol-workspace-in-dedicated-directory']),
  ...lacking('workspaces:DescribeWorkspacesConnectionStatus', ['workspace-recently-used']),
  ...lacking('workspaces:ListAccountLinks', ['byol-account-links-inside-organization']),
};
