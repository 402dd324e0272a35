import type { EstateSnapshot } from './estate.ts';

/** The same estate with a certificate of smart cards, registered with one of its AD Connectors. */
export function withCertificate({ header, resources }: EstateSnapshot): EstateSnapshot {
  const connector = resources.find(
    ({ type, resource }) => type === 'DirectoryDescription' && resource.Type === 'ADConnector',
  );
  if (connector === undefined) throw new Error('the estate has no AD Connector');
  const { DirectoryId } = connector.resource;
  const certificate = { DirectoryId, CertificateId: 'c-9067000001', State: 'Registered', Type: 'ClientCertAuth' };
  return { header, resources: [...resources, { type: 'DirectoryCertificate', resource: certificate }] };
}
