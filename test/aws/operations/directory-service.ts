import { AwsError } from '../errors.ts';
import type { Listing } from './listing.ts';

/** Directory Service does not document how many items it gives unasked; this is the limit that it takes. */
const pageSize = 50;

const missing = (code: string, what: string) => (id: string) => new AwsError(code, `${what} ${id} does not exist.`);

/** Directory Service's describe operations; those about one directory narrow by its id. */
export const directoryServiceListings: Readonly<Record<string, Listing>> = {
  DescribeClientAuthenticationSettings: {
    type: 'ClientAuthenticationSetting',
    output: 'ClientAuthenticationSettingsInfo',
    narrowedBy: { DirectoryId: 'DirectoryId', Type: 'Type' },
    without: ['DirectoryId'],
    pageSize,
  },
  DescribeDirectories: {
    type: 'DirectoryDescription',
    output: 'DirectoryDescriptions',
    ids: { DirectoryIds: 'DirectoryId' },
    missing: missing('EntityDoesNotExistException', 'Directory'),
    pageSize,
  },
  DescribeDomainControllers: {
    type: 'DomainController',
    output: 'DomainControllers',
    ids: { DomainControllerIds: 'DomainControllerId' },
    missing: missing('EntityDoesNotExistException', 'Domain controller'),
    narrowedBy: { DirectoryId: 'DirectoryId' },
    pageSize,
  },
  DescribeTrusts: {
    type: 'Trust',
    output: 'Trusts',
    ids: { TrustIds: 'TrustId' },
    missing: missing('EntityDoesNotExistException', 'Trust'),
    narrowedBy: { DirectoryId: 'DirectoryId' },
    pageSize,
  },
  ListCertificates: {
    type: 'DirectoryCertificate',
    output: 'CertificatesInfo',
    narrowedBy: { DirectoryId: 'DirectoryId' },
    // The list has fewer members than the description that the snapshot keeps.
    without: ['DirectoryId', 'RegisteredDateTime', 'ClientCertAuthSettings', 'StateReason'],
    pageSize,
  },
};
