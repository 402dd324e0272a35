import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { Subnet, VpcEndpoint } from '../../snapshot/index.ts';
import { allows } from '../arithmetic/endpoint-policy.ts';
import { known, partition } from '../define.ts';
import type { Estate } from '../estate.ts';
import { routeTableOf } from './routes.ts';
import { endpointState } from './streaming-endpoints.ts';

/** Endpoints of Amazon S3, and why there may be more. */
export interface Endpoints {
  readonly list: readonly VpcEndpoint[];
  readonly unknown: Unknown | undefined;
}

/**
 * Available endpoints through which a subnet reaches Amazon S3 of its Region: a gateway on its route table, or an
 * interface that answers to S3's own names in the VPC.
 */
export function s3EndpointsOf(estate: Estate, subnet: Subnet): Endpoints {
  const name = `com.amazonaws.${estate.region}.s3`;
  const candidates = estate.snapshot.resources.VpcEndpoint.items.filter(
    ({ ServiceName, VpcId }) => VpcId === subnet.VpcId && ServiceName === name,
  );
  const { known: list, unknown } = partition(
    candidates.flatMap((endpoint): (VpcEndpoint | Unknown)[] => {
      const serves = isAvailable(estate, endpoint);
      if (serves !== true) return isUnknown(serves) ? [serves] : [];
      const reaches = isReachable(estate, endpoint, subnet.SubnetId);
      return isUnknown(reaches) ? [reaches] : reaches ? [endpoint] : [];
    }),
  );
  return { list, unknown: estate.unread('VpcEndpoint') ?? othersEndpoints(estate, subnet) ?? unknown };
}

function isAvailable(estate: Estate, { VpcEndpointId }: VpcEndpoint): boolean | Unknown {
  const state = endpointState(estate, VpcEndpointId);
  return isUnknown(state) ? state : state.state === 'available';
}

function isReachable(estate: Estate, endpoint: VpcEndpoint, subnetId: string): boolean | Unknown {
  const path = `VpcEndpoints[${endpoint.VpcEndpointId}]`;
  const type = known(endpoint.VpcEndpointType, ['Gateway', 'Interface'], `${path}.VpcEndpointType`);
  if (isUnknown(type)) return type;
  // With that option only resolvers outside the VPC are told the interface's addresses.
  if (type === 'Interface') {
    return (
      endpoint.PrivateDnsEnabled === true && endpoint.DnsOptions?.PrivateDnsOnlyForInboundResolverEndpoint !== true
    );
  }
  const table = routeTableOf(estate, subnetId);
  return isUnknown(table) ? table : (endpoint.RouteTableIds ?? []).includes(table.RouteTableId);
}

/** An account that a subnet is shared with cannot describe the owner's endpoints. */
const othersEndpoints = (estate: Estate, { SubnetId, OwnerId }: Subnet): Unknown | undefined =>
  OwnerId && OwnerId !== estate.accountId
    ? new Unknown(`${SubnetId} is shared by ${OwnerId}, where alone the endpoints of its VPC can be read`)
    : undefined;

/** Whether an endpoint lets a package manager read the Amazon Linux 2 repository of the Region, which nobody signs. */
export function allowsRepository(estate: Estate, { VpcEndpointId, PolicyDocument }: VpcEndpoint): boolean | Unknown {
  const path = `VpcEndpoints[${VpcEndpointId}].PolicyDocument`;
  if (!PolicyDocument) return new Unknown(`${path} is absent`);
  const bucket = `amazonlinux.${estate.region}.amazonaws.com`;
  const allowed = allows(PolicyDocument, {
    action: 's3:getobject',
    resource: `arn:${estate.snapshot.header.partition}:s3:::${bucket}/2/core/latest/x86_64/mirror.list`,
  });
  return isUnknown(allowed) ? new Unknown(`${path}: ${allowed.reason}`) : allowed;
}
