/** Ranges that are never the source of a client on the internet. */
export const neverASource = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** An address as a number, its network as [first, last]; plain arithmetic, on purpose not that of the product. */
export function bounds(cidr: string): [first: number, last: number] {
  const [address = '', bits = '32'] = cidr.split('/');
  const size = 2 ** (32 - Number(bits));
  const value = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const first = Math.floor(value / size) * size;
  return [first, first + size - 1];
}

export const dotted = (value: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');

/** The fewest networks that hold [first, last] and nothing else. */
function networks(first: number, last: number): string[] {
  const found: string[] = [];
  for (let next = first; next <= last; ) {
    let size = 1;
    while (next % (size * 2) === 0 && next + size * 2 - 1 <= last) size *= 2;
    found.push(`${dotted(next)}/${32 - Math.log2(size)}`);
    next += size;
  }
  return found;
}

/** The networks that make up everything except the ranges given; by default, all that can be a source. */
export function publicRanges(except: readonly string[] = neverASource): string[] {
  const gaps = except.map(bounds).toSorted(([a], [b]) => a - b);
  const found: string[] = [];
  let next = 0;
  for (const [first, last] of gaps) {
    found.push(...networks(next, first - 1));
    next = last + 1;
  }
  return [...found, ...networks(next, 2 ** 32 - 1)];
}
