import { isUnknown } from '../../model/unknown.ts';
import type { VpcEndpoint } from '../../snapshot/index.ts';
import { combined, counted, type FactTable, partition, seen } from '../define.ts';
import { operatingSystemOf } from '../joins/operating-systems.ts';
import { allowsRepository, type Endpoints, s3EndpointsOf } from '../joins/repository-endpoints.ts';
import * as op from '../operations.ts';
import type { SubnetContext } from './context.ts';

const endpoints = ({ estate, subnet }: SubnetContext): Endpoints =>
  isUnknown(subnet) ? { list: [], unknown: subnet } : s3EndpointsOf(estate, subnet);

const idOf = ({ VpcEndpointId }: VpcEndpoint): string => VpcEndpointId;

/** Amazon Linux in a subnet, and how it reaches its packages without the internet. */
export const amazonLinuxFacts: FactTable<SubnetContext> = {
  amazonLinux2WorkspaceCount: {
    type: 'number',
    about: 'Live WorkSpaces in the subnet that run Amazon Linux 2.',
    from: [op.workspaces],
    read: ({ estate, id }) => {
      const systems = partition((estate.index.liveWorkspacesBySubnet.get(id) ?? []).map(operatingSystemOf));
      const count = systems.known.filter((name) => name === 'AMAZON_LINUX_2').length;
      return counted(count, estate.unread('Workspace') ?? systems.unknown);
    },
  },
  's3Endpoints.ids': {
    type: 'list',
    about:
      'Available endpoints by which the subnet reaches Amazon S3: a gateway on its route table, or an interface with private DNS.',
    from: [op.subnets, op.routeTables, op.vpcEndpoints],
    read: (context) => {
      const { list, unknown } = endpoints(context);
      return seen(list.map(idOf), unknown);
    },
  },
  's3Endpoints.openToRepository': {
    type: 'list',
    about: 'Those of which the policy lets everyone read the Amazon Linux 2 repository of the Region.',
    from: [op.subnets, op.routeTables, op.vpcEndpoints],
    read: (context) => {
      const { list, unknown } = endpoints(context);
      const looked = partition(
        list.map((endpoint) => {
          const allowed = allowsRepository(context.estate, endpoint);
          return isUnknown(allowed) ? allowed : { endpoint, allowed };
        }),
      );
      const open = looked.known.filter(({ allowed }) => allowed);
      return seen(
        open.map(({ endpoint }) => idOf(endpoint)),
        combined([unknown, looked.unknown].filter(isUnknown)),
      );
    },
  },
};
