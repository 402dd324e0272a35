import { isUnknown, Unknown } from '../../model/unknown.ts';
import { type FactTable, sorted } from '../define.ts';
import { findDescription } from '../joins/resources.ts';
import * as op from '../operations.ts';
import { type DirectoryContext, pathOf } from './context.ts';

/** A directory without any DNS server cannot be: a list without items says no more than one that is absent. */
const given = (addresses: readonly string[] | null | undefined, path: string): string[] | Unknown =>
  addresses && addresses.length > 0 ? sorted(addresses) : new Unknown(`${path} is absent or empty`);

const ofWorkspaces = (context: DirectoryContext) =>
  given(context.directory.DnsIpAddresses, pathOf(context, 'DnsIpAddresses'));

function ofDirectory({ estate, directory }: DirectoryContext): string[] | Unknown {
  const description = findDescription(estate, directory.DirectoryId);
  if (isUnknown(description)) return description;
  return given(description.DnsIpAddrs, `DirectoryDescriptions[${directory.DirectoryId}].DnsIpAddrs`);
}

type List = (context: DirectoryContext) => string[] | Unknown;

/** What one list has and the other has not; both must be known. */
const difference =
  (some: List, others: List) =>
  (context: DirectoryContext): string[] | Unknown => {
    const items = some(context);
    const without = others(context);
    if (isUnknown(items)) return items;
    return isUnknown(without) ? without : items.filter((item) => !without.includes(item));
  };

/** DNS servers, as WorkSpaces and as the directory know them. */
export const dnsFacts: FactTable<DirectoryContext> = {
  'dns.addresses': {
    type: 'list',
    about: 'DNS servers that WorkSpaces gives to the WorkSpaces of the directory; unknown when it names none.',
    from: [op.directories],
    read: ofWorkspaces,
  },
  'dns.addressCount': {
    type: 'number',
    about: 'How many these are.',
    from: [op.directories],
    read: (context) => {
      const addresses = ofWorkspaces(context);
      return isUnknown(addresses) ? addresses : addresses.length;
    },
  },
  'dns.directoryAddresses': {
    type: 'list',
    about: 'DNS servers that AWS Directory Service names for the directory; unknown when it names none.',
    from: [op.descriptions],
    read: ofDirectory,
  },
  'dns.onlyWorkspaces': {
    type: 'list',
    about: 'DNS servers that WorkSpaces knows and the directory does not name.',
    from: [op.directories, op.descriptions],
    read: difference(ofWorkspaces, ofDirectory),
  },
  'dns.onlyDirectory': {
    type: 'list',
    about: 'DNS servers that the directory names and WorkSpaces does not know, such as those of further controllers.',
    from: [op.directories, op.descriptions],
    read: difference(ofDirectory, ofWorkspaces),
  },
};
