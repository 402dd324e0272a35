/** The operations that facts name as their source. */
export const directories = 'workspaces:DescribeWorkspaceDirectories';
export const workspaces = 'workspaces:DescribeWorkspaces';
export const ipGroups = 'workspaces:DescribeIpGroups';
export const descriptions = 'ds:DescribeDirectories';
export const securityGroups = 'ec2:DescribeSecurityGroups';
export const interfaces = 'ec2:DescribeNetworkInterfaces';
export const subnets = 'ec2:DescribeSubnets';
export const vpcs = 'ec2:DescribeVpcs';
export const routeTables = 'ec2:DescribeRouteTables';
export const natGateways = 'ec2:DescribeNatGateways';
export const addresses = 'ec2:DescribeAddresses';
export const vpcEndpoints = 'ec2:DescribeVpcEndpoints';
export const prefixLists = 'ec2:GetManagedPrefixListEntries';
export const networkAcls = 'ec2:DescribeNetworkAcls';
export const internetGateways = 'ec2:DescribeInternetGateways';
export const connectionStatus = 'workspaces:DescribeWorkspacesConnectionStatus';
export const bundles = 'workspaces:DescribeWorkspaceBundles';
export const images = 'workspaces:DescribeWorkspaceImages';
export const connectionAliases = 'workspaces:DescribeConnectionAliases';
export const pools = 'workspaces:DescribeWorkspacesPools';
export const accountLinks = 'workspaces:ListAccountLinks';
export const clientProperties = 'workspaces:DescribeClientProperties';
export const account = 'workspaces:DescribeAccount';
export const domainControllers = 'ds:DescribeDomainControllers';
export const trusts = 'ds:DescribeTrusts';
export const clientAuthentication = 'ds:DescribeClientAuthenticationSettings';
export const certificates = 'ds:DescribeCertificate';
export const cloudTrail = 'cloudtrail:LookupEvents';

/**
 * Operations that only add evidence: a run without them is whole, unless a verdict waits for one.
 */
export const optionalOperations: readonly string[] = [cloudTrail];
