import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { internetCarriers, longestMatch } from '../../lib/facts/arithmetic/routes.ts';

const route = (destination: string, to: string, rank = 1) => ({ destination, to, rank });
const internet = (...routes: ReturnType<typeof route>[]) => {
  const { routes: carriers, whole } = internetCarriers(routes, 'IPv4');
  return { to: carriers.map(({ to }) => to), whole };
};
const half = (which: 0 | 1, to: string) => route(which === 0 ? '0.0.0.0/1' : '128.0.0.0/1', to);

describe('routes that carry traffic to the internet', () => {
  it('are the default route', () => {
    expect(internet(route('10.0.0.0/16', 'local', 0), route('0.0.0.0/0', 'nat'))).toEqual({ to: ['nat'], whole: true });
  });

  it('are both halves', () => {
    expect(internet(half(0, 'nat'), half(1, 'tgw'))).toEqual({ to: ['nat', 'tgw'], whole: true });
  });

  it('are not the default route once its halves take everything', () => {
    expect(internet(route('0.0.0.0/0', 'nat'), half(0, 'tgw'), half(1, 'tgw'))).toEqual({
      to: ['tgw', 'tgw'],
      whole: true,
    });
  });

  it('are the default route and the half that takes its share', () => {
    expect(internet(route('0.0.0.0/0', 'nat'), half(0, 'tgw'))).toEqual({ to: ['nat', 'tgw'], whole: true });
  });

  it('leave half of the internet without a route', () => {
    expect(internet(half(0, 'nat'))).toEqual({ to: ['nat'], whole: false });
  });

  it('do not include a detour for a smaller part', () => {
    expect(internet(route('0.0.0.0/0', 'nat'), route('198.51.100.0/24', 'tgw'), route('10.0.0.0/8', 'tgw'))).toEqual({
      to: ['nat'],
      whole: true,
    });
  });

  it('may be many small ones', () => {
    const quarters = ['0.0.0.0/2', '64.0.0.0/2', '128.0.0.0/2', '192.0.0.0/2'].map((part) => route(part, part));
    expect(internet(...quarters)).toEqual({ to: quarters.map(({ to }) => to), whole: true });
    expect(internet(...quarters.slice(1))).toEqual({ to: [], whole: false });
  });

  it('need not carry ranges that are never on the internet', () => {
    const parts = ['0.0.0.0/5', '8.0.0.0/7', '11.0.0.0/8', '12.0.0.0/6', '16.0.0.0/4', '32.0.0.0/3', '64.0.0.0/2'];
    expect(internet(...parts.map((part) => route(part, 'nat')), half(1, 'nat')).whole).toBe(true);
  });

  it('do not exist in a table with private routes alone', () => {
    expect(internet(route('10.0.0.0/16', 'local', 0), route('172.16.0.0/12', 'tgw'))).toEqual({ to: [], whole: false });
  });

  it('are one made by hand before a propagated one, and all of several prefix lists', () => {
    const all = [route('0.0.0.0/0', 'vgw', 3), route('0.0.0.0/0', 'list-a', 2), route('0.0.0.0/0', 'list-b', 2)];
    expect(internet(...all).to).toEqual(['list-a', 'list-b']);
    expect(internet(...all, route('0.0.0.0/0', 'nat', 1)).to).toEqual(['nat']);
  });

  it('are told apart by family, and global unicast is all that IPv6 needs', () => {
    const six = [route('::/0', 'igw'), route('0.0.0.0/0', 'nat')];
    expect(internetCarriers(six, 'IPv6')).toEqual({ routes: [six[0]], whole: true });
    const global = [route('2000::/3', 'eigw')];
    expect(internetCarriers(global, 'IPv6')).toEqual({ routes: global, whole: true });
  });
});

describe('the routes to one address', () => {
  const table = [
    route('0.0.0.0/0', 'nat'),
    route('172.20.0.0/16', 'tgw'),
    route('172.20.5.0/24', 'vgw', 3),
    route('172.20.5.0/24', 'pcx'),
    route('::/0', 'igw'),
  ];
  const to = (address: string) => longestMatch(table, address).map((found) => found.to);

  it('are those of the longest prefix', () => {
    expect(to('172.20.0.10/32')).toEqual(['tgw']);
    expect(to('172.20.5.10/32')).toEqual(['pcx']);
    expect(to('203.0.113.1/32')).toEqual(['nat']);
    expect(to('2001:db8::1/128')).toEqual(['igw']);
  });

  it('are none where nothing fits', () => {
    expect(longestMatch(table.slice(1, 2), '10.0.0.1/32')).toEqual([]);
    expect(longestMatch([], '10.0.0.1/32')).toEqual([]);
  });
});

describe('every address of the internet', () => {
  /** Prefixes of a few bits, so that addresses and shadows can be counted. */
  const drawn = fc.record({ bits: fc.integer({ min: 0, max: 3 }), at: fc.integer({ min: 0, max: 7 }) });
  const tables = fc.array(drawn, { maxLength: 10 }).map((parts) =>
    parts.map(({ bits, at }, index) => {
      const first = (at >> (3 - bits)) * 2 ** (8 - bits);
      return route(`${first}.0.0.0/${bits}`, String(index));
    }),
  );
  const samples = [8, 40, 72, 104, 136, 168, 200].map((first) => `${first}.8.8.8/32`);

  it('leaves by a carrier, where carriers take everything and no detour is shorter than they are', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { routes, whole } = internetCarriers(table, 'IPv4');
        const longest = Math.max(1, ...routes.map(({ destination }) => Number(destination.split('/')[1])));
        for (const address of samples) {
          const used = longestMatch(table, address).filter(
            ({ destination }) => Number(destination.split('/')[1]) <= longest,
          );
          if (whole) expect(longestMatch(table, address)).not.toEqual([]);
          expect(routes).toEqual(expect.arrayContaining(used));
        }
      }),
    );
  });
});
