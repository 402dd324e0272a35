/** Which way traffic flows, seen from the client, or from one of the two network interfaces of a WorkSpace. */
export const directions = [
  'from client',
  'to management interface',
  'from management interface',
  'to primary interface',
  'from primary interface',
] as const;

export type StreamingProtocol = 'dcv' | 'pcoip';

/** One opening in a firewall. */
export interface Entry {
  readonly region: string;
  readonly direction: (typeof directions)[number];
  readonly purpose: string;
  /** Domain (`*.` is a wildcard), CIDR block or address; null when the guide has one that cannot be told here. */
  readonly destination: string | null;
  /** Path under the domain, for proxies that look into requests. */
  readonly path: string | null;
  readonly transport: string;
  /** Such as `443` or `8201-8250`; null when the guide names none. */
  readonly ports: string | null;
  /** The streaming protocol that needs it; null: both. */
  readonly protocol: StreamingProtocol | null;
  /** What needs it, when not every WorkSpace does. */
  readonly when: string | null;
  /** Section of the guide that has it. */
  readonly section: string;
  /** What a placeholder stands for, and what the guide leaves open or contradicts. */
  readonly remark: string | null;
}

/** What to list. */
export interface Wish {
  readonly region: string;
  /** Only this streaming protocol's; both when undefined. */
  readonly protocol: StreamingProtocol | undefined;
  /** Only what holds when endpoints are FIPS endpoints. */
  readonly fips: boolean;
}

type Given = Pick<Entry, 'region' | 'direction' | 'purpose' | 'destination' | 'transport' | 'ports' | 'section'> & {
  readonly [key in 'path' | 'protocol' | 'when' | 'remark']?: Entry[key] | undefined;
};

/** An entry from what a table gives, with its members in the order of the formats; placeholders are explained. */
export function entry(given: Given): Entry {
  const { region, direction, purpose, destination, transport, ports, section } = given;
  const { path = null, protocol = null, when = null } = given;
  const said = [given.remark ?? [], explanations(`${destination ?? ''}${path ?? ''}`)].flat();
  const remark = said.length === 0 ? null : said.join(' ');
  return { region, direction, purpose, destination, path, transport, ports, protocol, when, section, remark };
}

const meanings: Readonly<Record<string, string>> = {
  '<directory-id>': "<directory-id> is the directory's own: its id, or its alias in the address of the sign-in page.",
  '<dns-servers>': '<dns-servers> are the DNS servers that clients use, if any.',
  '<kms-servers>': '<kms-servers> are your own Windows KMS servers.',
  '<management-octets>': '<management-octets> are the first two octets of the address of the management interface.',
  '<byol-management-range>': '<byol-management-range> is the /16 that was chosen when BYOL was enabled.',
  '<directory-controllers>': '<directory-controllers> are the domain controllers of the directory.',
  '<workspaces-vpc>': '<workspaces-vpc> are the CIDR blocks of the VPC of the WorkSpaces.',
};

const ipRanges =
  '<ip-ranges:SERVICE:REGION> are the prefixes of that service and Region in https://ip-ranges.amazonaws.com/ip-ranges.json.';

const explanations = (text: string): readonly string[] =>
  [...text.matchAll(/<[^>]+>/g)].flatMap(([whole]) =>
    whole.startsWith('<ip-ranges:') ? ipRanges : (meanings[whole] ?? []),
  );

/** `[[443, 443], [8201, 8250]]` as `443, 8201-8250`; null for none. */
export const portsText = (ports: readonly (readonly number[])[]): string | null =>
  ports.length === 0
    ? null
    : ports.map(([from, to]) => (to === undefined || from === to ? `${from}` : `${from}-${to}`)).join(', ');
