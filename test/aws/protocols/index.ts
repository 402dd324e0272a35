import { type ServiceModel, serviceModels } from '../wire/shapes.ts';
import { ec2Protocol } from './ec2.ts';
import { jsonProtocol } from './json.ts';
import type { Protocol } from './protocol.ts';
import { queryProtocol } from './query.ts';

const protocols: Readonly<Record<ServiceModel['protocol'], Protocol>> = {
  ec2: ec2Protocol,
  json: jsonProtocol,
  query: queryProtocol,
};

const unknownModel: ServiceModel = {
  protocol: 'json',
  apiVersion: '',
  targetPrefix: '',
  xmlNamespace: '',
  operations: {},
  shapes: {},
};

/** A service that the double does not play has no operations, and says so in JSON. */
export function protocolOf(service: string): { readonly model: ServiceModel; readonly protocol: Protocol } {
  const model = serviceModels[service] ?? unknownModel;
  return { model, protocol: protocols[model.protocol] };
}
