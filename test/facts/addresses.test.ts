import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  covers,
  familyOf,
  isDocumentation,
  isReserved,
  isSingleAddress,
  openFamilies,
  toCidr,
  touchesReserved,
} from '../../lib/facts/arithmetic/addresses.ts';
import { bounds, dotted, neverASource, publicRanges } from '../rules/public-ranges.ts';

/**
 * The model: a network is the set of its addresses. Networks are drawn from 256 neighbouring addresses, so that all
 * of them can be counted, and from ranges whose edges the tables of reserved ranges name.
 */
const base = bounds('52.0.2.0')[0];
const network = fc
  .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 24, max: 32 }))
  .map(([last, bits]) => `52.0.2.${last}/${bits}`);
const networks = fc.array(network, { maxLength: 8 });

const neighbours = Array.from({ length: 256 }, (_, index) => base + index);
const within = (cidr: string, address: number): boolean => {
  const [first, last] = bounds(cidr);
  return first <= address && address <= last;
};
const admitted = (ranges: readonly string[]): Set<number> =>
  new Set(neighbours.filter((address) => ranges.some((range) => within(range, address))));

/** Ranges in their canonical form, as the facts hand them on. */
const canonical = (ranges: readonly string[]): string[] => ranges.flatMap((range) => toCidr(range) ?? []);

const address = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const anyNetwork = fc
  .tuple(address, fc.integer({ min: 0, max: 32 }))
  .map(([value, bits]) => `${dotted(value)}/${bits}`);

const documentation = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'];

/** Networks that start or end near an edge of a special range; drawn evenly, they would never meet one. */
const nearAnEdge = fc
  .tuple(
    fc.constantFrom(...[...neverASource, ...documentation].flatMap(bounds)),
    fc.integer({ min: -2, max: 2 }),
    fc.integer({ min: 0, max: 32 }),
  )
  .map(([edge, step, bits]) => `${dotted((edge + step + 2 ** 32) % 2 ** 32)}/${bits}`);
const special = fc.oneof(nearAnEdge, anyNetwork);

/** Whether [first, last] lies in the union of the ranges, by walking from one range to the one that goes on. */
function liesIn(ranges: readonly string[], cidr: string): boolean {
  let [next, last] = bounds(cidr);
  while (next <= last) {
    const range = ranges.map(bounds).find(([from, to]) => from <= next && next <= to);
    if (range === undefined) return false;
    next = range[1] + 1;
  }
  return true;
}

const meets = (ranges: readonly string[], cidr: string): boolean => {
  const [first, last] = bounds(cidr);
  return ranges.map(bounds).some(([from, to]) => from <= last && first <= to);
};

describe('covers', () => {
  it('holds exactly when each address of the network is in some range', () => {
    fc.assert(
      fc.property(networks, network, (ranges, cidr) => {
        const union = admitted(ranges);
        const each = neighbours.filter((one) => within(cidr, one)).every((one) => union.has(one));
        expect(covers(canonical(ranges), toCidr(cidr) ?? '')).toBe(each);
      }),
      { numRuns: 500 },
    );
  });

  it('holds for every network that is cut into pieces, and for none when a piece is missing', () => {
    const halves = (cidr: string): string[] => {
      const [first, last] = bounds(cidr);
      const bits = Number(cidr.split('/')[1]) + 1;
      return [`${dotted(first)}/${bits}`, `${dotted((first + last + 1) / 2)}/${bits}`];
    };
    const cut = fc.tuple(
      fc
        .tuple(address, fc.integer({ min: 0, max: 24 }))
        .map(([value, bits]) => `${dotted(bounds(`${dotted(value)}/${bits}`)[0])}/${bits}`),
      fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
      fc.nat(),
    );
    fc.assert(
      fc.property(cut, ([whole, cuts, lost]) => {
        const pieces = [whole];
        for (const at of cuts) pieces.push(...pieces.splice(at % pieces.length, 1).flatMap(halves));
        expect(covers(pieces, whole)).toBe(true);
        expect(
          covers(
            pieces.filter((_, index) => index !== lost % pieces.length),
            whole,
          ),
        ).toBe(false);
      }),
    );
  });

  it('does not depend on order, repetition, or what else is there', () => {
    fc.assert(
      fc.property(networks, network, network, (ranges, more, cidr) => {
        const asked = toCidr(cidr) ?? '';
        const before = covers(canonical(ranges), asked);
        expect(covers(canonical([...ranges.toReversed(), ...ranges]), asked)).toBe(before);
        if (before) expect(covers(canonical([more, ...ranges]), asked)).toBe(true);
      }),
    );
  });

  it('keeps the families apart', () => {
    expect(covers(['0.0.0.0/0'], '::/0')).toBe(false);
    expect(covers(['::/0'], '52.0.2.0/24')).toBe(false);
    expect(covers(['::/0', '52.0.2.0/25'], '52.0.2.0/24')).toBe(false);
    expect(covers(['52.0.2.0/24', '2001:db8::/33', '2001:db8:8000::/33'], '2001:db8::/32')).toBe(true);
    expect(covers(['2001:db8::/33'], '2001:db8::/32')).toBe(false);
  });

  it('admits nothing through no ranges', () => {
    fc.assert(
      fc.property(anyNetwork, (cidr) => {
        expect(covers([], toCidr(cidr) ?? '')).toBe(false);
      }),
    );
  });
});

describe('toCidr', () => {
  it('drops host bits and keeps every address of the network', () => {
    fc.assert(
      fc.property(anyNetwork, (text) => {
        const bits = text.split('/')[1];
        expect(toCidr(text)).toBe(`${dotted(bounds(text)[0])}/${bits}`);
      }),
    );
  });

  it('takes a bare address for one address, with white space around it', () => {
    fc.assert(
      fc.property(address, fc.constantFrom('', ' ', '\t'), (value, space) => {
        const cidr = toCidr(`${space}${dotted(value)}${space}`);
        expect(cidr).toBe(`${dotted(value)}/32`);
      }),
    );
  });

  it('knows one address from several', () => {
    fc.assert(
      fc.property(anyNetwork, (text) => {
        const [first, last] = bounds(text);
        expect(isSingleAddress(toCidr(text) ?? '')).toBe(first === last);
      }),
    );
    expect(isSingleAddress(toCidr('2001:db8::1') ?? '')).toBe(true);
    expect(isSingleAddress(toCidr('2001:db8::/32') ?? '')).toBe(false);
    expect(isSingleAddress(toCidr('2001:db8::/127') ?? '')).toBe(false);
  });

  it('refuses octets, prefixes and counts of parts that no network has', () => {
    const octet = fc.oneof(
      { weight: 4, arbitrary: fc.nat(255) },
      fc.integer({ min: 256, max: 999 }),
      fc.integer({ max: -1 }),
    );
    const prefix = fc.option(fc.integer({ min: -2, max: 40 }));
    fc.assert(
      fc.property(fc.array(octet, { minLength: 2, maxLength: 6 }), prefix, (octets, bits) => {
        const isNetwork =
          octets.length === 4 &&
          octets.every((n) => n >= 0 && n <= 255) &&
          (bits === null || (bits >= 0 && bits <= 32));
        const text = octets.join('.') + (bits === null ? '' : `/${bits}`);
        expect(toCidr(text) !== undefined).toBe(isNetwork);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '',
    ' ',
    '/',
    '/8',
    'office',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '10.0.0.0/+8',
    '10.0.0.0/8.0',
    '10.0.0.0/ 8',
    '10.0.0.0/255.0.0.0',
    '10.0.0.0-10.0.0.9',
    '10.0.0.0, 10.0.0.1',
    '010.0.0.0/8',
    '0x0a.0.0.0/8',
    '167772160',
    '10',
    '1.2.3',
    '1.2.3.4.5',
    '300.1.1.1',
    '10.0.0.0/33',
    '::/129',
    '::1%eth0',
    'fe80::1%1/64',
    ':::',
    '2001:db8::g/64',
    '１0.0.0.0/8',
  ])('refuses %j', (text) => {
    expect(toCidr(text)).toBeUndefined();
  });

  it('reads each way of writing an IPv6 network as the same one', () => {
    const forms = ['2001:db8::/32', '2001:DB8::/32', '2001:0db8:0:0:0:0:0:0/32', '2001:db8:1::1/32'];
    expect(new Set(forms.map(toCidr))).toEqual(new Set(['2001:db8::/32']));
    expect(toCidr('2001:db8::1')).toBe('2001:db8::1/128');
    expect(toCidr('::ffff:10.0.0.1')).toMatch(/:.*\/128$/);
  });

  it('keeps the family', () => {
    fc.assert(
      fc.property(fc.ipV4(), (ip) => {
        expect(familyOf(toCidr(ip) ?? '')).toBe('IPv4');
      }),
    );
    fc.assert(
      fc.property(fc.ipV6(), (ip) => {
        expect(familyOf(toCidr(ip) ?? '')).toBe('IPv6');
      }),
    );
  });

  it('changes nothing the second time', () => {
    const some = fc.oneof(anyNetwork, fc.ipV4(), fc.ipV6());
    fc.assert(
      fc.property(some, (text) => {
        expect(toCidr(toCidr(text) ?? '')).toBe(toCidr(text));
      }),
    );
  });
});

describe('Reserved ranges', () => {
  it('hold a network exactly when all of its addresses are in the tables', () => {
    fc.assert(
      fc.property(special, (text) => {
        expect(isReserved(toCidr(text) ?? '')).toBe(liesIn(neverASource, text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('touch a network exactly when one of its addresses is', () => {
    fc.assert(
      fc.property(special, (text) => {
        expect(touchesReserved(toCidr(text) ?? '')).toBe(meets(neverASource, text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('set documentation apart', () => {
    fc.assert(
      fc.property(special, (text) => {
        expect(isDocumentation(toCidr(text) ?? '')).toBe(liesIn(documentation, text));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(neverASource)('hold %s from its first to its last address, and neither neighbour that is public', (range) => {
    const [first, last] = bounds(range);
    for (const edge of [first, last]) expect(isReserved(`${dotted(edge)}/32`)).toBe(true);
    for (const next of [first - 1, last + 1].filter((value) => value >= 0 && value < 2 ** 32)) {
      expect(isReserved(`${dotted(next)}/32`)).toBe(liesIn(neverASource, dotted(next)));
    }
  });

  it('hold two reserved ranges that make one network', () => {
    expect(isReserved('224.0.0.0/3')).toBe(true);
    expect(isReserved('192.0.0.0/2')).toBe(false);
  });

  it('are of IPv4 only', () => {
    for (const cidr of ['::/0', '::1/128', 'fe80::/10', '2001:db8::/32']) {
      expect([isReserved(cidr), touchesReserved(cidr), isDocumentation(cidr)]).toEqual([false, false, false]);
    }
  });
});

describe('openFamilies', () => {
  const everyone = publicRanges();

  it('is open when pieces add up to everywhere, however they are cut, and closed when one public piece is gone', () => {
    const splits = fc.uniqueArray(address, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(splits, fc.nat(), (points, lost) => {
        // Everything but some single addresses, and those addresses: together all there is.
        const pieces = publicRanges(points.map((point) => `${dotted(point)}/32`));
        const all = [...pieces, ...points.map((point) => `${dotted(point)}/32`)];
        expect(openFamilies(all)).toEqual(['IPv4']);
        const gone = all[lost % all.length] ?? '';
        expect(openFamilies(all.filter((piece) => piece !== gone))).toEqual(liesIn(neverASource, gone) ? ['IPv4'] : []);
      }),
    );
  });

  it('does not ask for what can never be a source, and asks for all else', () => {
    expect(openFamilies(everyone)).toEqual(['IPv4']);
    for (const piece of everyone) expect(openFamilies(everyone.filter((other) => other !== piece))).toEqual([]);
  });

  it('is closed for any one public address that is left out', () => {
    fc.assert(
      fc.property(address, (value) => {
        const left = `${dotted(value)}/32`;
        expect(openFamilies(publicRanges([left]))).toEqual(liesIn(neverASource, left) ? ['IPv4'] : []);
      }),
    );
  });

  it.each([
    [[], []],
    [['0.0.0.0/0'], ['IPv4']],
    [['0.0.0.0/1', '128.0.0.0/1'], ['IPv4']],
    [['0.0.0.0/1'], []],
    [['128.0.0.0/1'], []],
    [['0.0.0.0/1', '128.0.0.0/2', '192.0.0.0/3'], ['IPv4']],
    [['0.0.0.0/1', '128.0.0.0/2', '192.0.0.0/4'], []],
    [['::/0'], ['IPv6']],
    [['::/1', '8000::/1'], ['IPv6']],
    [['8000::/1'], []],
    [['2001:db8::/32'], []],
    [
      ['0.0.0.0/0', '::/0'],
      ['IPv4', 'IPv6'],
    ],
  ])('of %j is %j', (ranges, families) => {
    expect(openFamilies(ranges)).toEqual(families);
  });
});
