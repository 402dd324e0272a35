import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beyond,
  covers,
  expandPrefixLists,
  formatRule,
  hasPortOpenToAnywhere,
  isOpenToAnywhere,
  parseRule,
  passesSomewhere,
  rulesOf,
  type SecurityRule,
  touches,
} from '../../lib/facts/arithmetic/security-rules.ts';

/**
 * A small world to count in: eight ports, three protocols, eight IPv4 networks that make up all of IPv4, two that make
 * up IPv6, and a group. What passes is the set of its points.
 */
const ports = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => n + 20);
const protocols = ['tcp', 'udp', '47'];
const eighths = Array.from({ length: 8 }, (_, n) => `${n * 32}.0.0.0/3`);
const halves6 = ['::/1', '8000::/1'];
const groups = ['sg-x', 'sg-y'];
const points = [...eighths, ...halves6, ...groups];

/** Every network of the world, with the points in it. */
const networks: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(points.map((point) => [point, [point]])),
  ...Object.fromEntries([0, 1, 2, 3].map((n) => [`${n * 64}.0.0.0/2`, eighths.slice(n * 2, n * 2 + 2)])),
  '0.0.0.0/1': eighths.slice(0, 4),
  '128.0.0.0/1': eighths.slice(4),
  '0.0.0.0/0': eighths,
  '::/0': halves6,
};

/** Every protocol, port and peer that the rules admit. The protocol without ports has one. */
const admitted = (rules: readonly SecurityRule[]): ReadonlySet<string> =>
  new Set(
    rules.flatMap(({ protocol, from, to, peer }) =>
      protocols
        .filter((each) => protocol === each || protocol === '-1')
        .flatMap((each) =>
          ports
            .filter((port) => each === '47' || (from <= port && port <= to))
            .flatMap((port) => (networks[peer] ?? []).map((point) => `${each} ${port} ${point}`)),
        ),
    ),
  );

const whole = { from: 0, to: 65_535 };
const someRule: fc.Arbitrary<SecurityRule> = fc.oneof(
  { weight: 6, arbitrary: ruleOf(fc.constantFrom('tcp', 'udp')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...Object.keys(networks)).map((peer) => ({ protocol: '-1', ...whole, peer })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...Object.keys(networks)).map((peer) => ({ protocol: '47', ...whole, peer })),
  },
);

function ruleOf(protocol: fc.Arbitrary<string>): fc.Arbitrary<SecurityRule> {
  return fc
    .tuple(protocol, fc.constantFrom(...ports), fc.constantFrom(...ports), fc.constantFrom(...Object.keys(networks)))
    .map(([name, a, b, peer]) => ({ protocol: name, from: Math.min(a, b), to: Math.max(a, b), peer }));
}

const someRules = fc.array(someRule, { maxLength: 12 });
const includes = (rules: readonly SecurityRule[], rule: SecurityRule): boolean =>
  [...admitted([rule])].every((point) => admitted(rules).has(point));
const runs = { numRuns: 1500 };

/** In this world `-1` also means protocols that no rule names, which the counting does not see. */
const countable = ruleOf(fc.constantFrom('tcp', 'udp'));

describe('what rules admit together', () => {
  it('covers a rule exactly when every port and address of it passes', () => {
    const seen = { yes: 0, no: 0 };
    fc.assert(
      fc.property(someRules, countable, (rules, rule) => {
        const expected = includes(rules, rule);
        seen[expected ? 'yes' : 'no'] += 1;
        expect(covers(rules, rule)).toBe(expected);
      }),
      runs,
    );
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(20);
  });

  it('covers a rule by any way of splitting it over ports and networks', () => {
    const split = fc.tuple(countable, fc.array(fc.tuple(fc.boolean(), fc.nat(7)), { maxLength: 6 }));
    fc.assert(
      fc.property(split, fc.nat(), ([rule, cuts], drop) => {
        const parts = cuts.reduce<SecurityRule[]>(
          (rules, [byPort, at]) => rules.flatMap((r) => cut(r, byPort, at)),
          [rule],
        );
        expect(covers(parts, rule)).toBe(true);
        expect(beyond(parts, [rule])).toEqual([]);
        const fewer = parts.filter((_, index) => index !== drop % parts.length);
        expect(covers(fewer, rule)).toBe(false);
      }),
      runs,
    );
  });

  it('finds no rule beyond others unless a point of it is', () => {
    fc.assert(
      fc.property(fc.array(countable, { maxLength: 6 }), someRules, (rules, others) => {
        expect(beyond(rules, others)).toEqual(rules.filter((rule) => !includes(others, rule)));
        expect(beyond(rules, rules)).toEqual([]);
      }),
      runs,
    );
  });

  it('passes a port range somewhere exactly when each port has some peer', () => {
    fc.assert(
      fc.property(someRules, countable, (rules, { protocol, from, to }) => {
        const all = [...admitted(rules)];
        const expected = ports
          .filter((port) => from <= port && port <= to)
          .every((port) => all.some((point) => point.startsWith(`${protocol} ${port} `)));
        expect(passesSomewhere(rules, protocol, from, to)).toBe(expected);
      }),
      runs,
    );
  });

  it('touches a port range exactly when it admits a port of it', () => {
    fc.assert(
      fc.property(someRule, countable, (rule, { protocol, from, to }) => {
        const expected = [...admitted([rule])].some((point) => {
          const [name, port] = point.split(' ');
          return name === protocol && from <= Number(port) && Number(port) <= to;
        });
        expect(touches(rule, protocol, from, to)).toBe(expected);
      }),
      runs,
    );
  });

  it('is open to anywhere exactly when every address of one IP version passes', () => {
    // Rules for large networks, so that several add up often enough.
    const large = fc.constantFrom('0.0.0.0/1', '128.0.0.0/1', '128.0.0.0/2', '192.0.0.0/2', '::/1', '8000::/1', 'sg-x');
    const wide = fc.tuple(countable, large).map(([rule, peer]) => ({ ...rule, peer }));
    const seen = { yes: 0, no: 0 };
    fc.assert(
      fc.property(fc.array(fc.oneof(wide, someRule), { maxLength: 12 }), countable, (rules, { protocol, from }) => {
        const all = admitted(rules);
        const isOpen = (name: string, port: number) =>
          [eighths, halves6].some((family) => family.every((point) => all.has(`${name} ${port} ${point}`)));
        seen[isOpen(protocol, from) ? 'yes' : 'no'] += 1;
        expect(isOpenToAnywhere(rules, protocol, from)).toBe(isOpen(protocol, from));
        expect(hasPortOpenToAnywhere(rules)).toBe(protocols.some((name) => ports.some((port) => isOpen(name, port))));
      }),
      runs,
    );
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(50);
  });

  it('takes the protocol that means all for every protocol, and no protocol for it', () => {
    const all: SecurityRule = { protocol: '-1', ...whole, peer: '0.0.0.0/0' };
    fc.assert(
      fc.property(fc.constantFrom('tcp', 'udp', 'icmp', 'icmpv6', '47', '50'), fc.nat(65_535), (protocol, port) => {
        const one = { protocol, from: port, to: port, peer: '10.0.0.0/8' };
        expect(covers([all], one)).toBe(true);
        expect(covers([{ ...all, protocol }], all)).toBe(false);
      }),
    );
  });

  it.each(['10.0.0.0/33', '300.0.0.0/8', 'a/b', '::/129'])('does not reckon with %s, which is no network', (CidrIp) => {
    const over = (cidr: string) =>
      rulesOf([{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: cidr }] }]);
    const bad = over(CidrIp);
    expect(bad).toHaveLength(1);
    expect(covers(bad, { protocol: 'tcp', from: 22, to: 22, peer: '10.0.0.0/8' })).toBe(false);
    expect(beyond(bad, over('10.0.0.0/8'))).toEqual(bad);
    expect(beyond(bad, bad)).toEqual([]);
    expect(isOpenToAnywhere([...bad, ...over('0.0.0.0/1')], 'tcp', 22)).toBe(false);
    expect(isOpenToAnywhere([...bad, ...over('0.0.0.0/0')], 'tcp', 22)).toBe(true);
  });
});

/** Cuts a rule in two, at a port or in the middle of its network, where it can be cut. */
function cut(rule: SecurityRule, byPort: boolean, at: number): SecurityRule[] {
  const port = 20 + at;
  if (byPort && rule.from <= port && port < rule.to)
    return [
      { ...rule, to: port },
      { ...rule, from: port + 1 },
    ];
  const inside = networks[rule.peer] ?? [];
  const half = inside.length / 2;
  const partOf = (members: readonly string[]) =>
    Object.entries(networks).find(([, all]) => all.join() === members.join())?.[0];
  const [left, right] = [partOf(inside.slice(0, half)), partOf(inside.slice(half))];
  if (byPort || left === undefined || right === undefined) return [rule];
  return [
    { ...rule, peer: left },
    { ...rule, peer: right },
  ];
}

describe('ICMP', () => {
  const icmp = (FromPort: number, ToPort: number, name = 'icmp') =>
    rulesOf([{ IpProtocol: name, FromPort, ToPort, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }]);
  const type = fc.integer({ min: -1, max: 255 });
  const some = fc
    .tuple(type, fc.integer({ min: -1, max: 255 }))
    .map(([t, c]) => (t < 0 ? ([-1, -1] as const) : ([t, c] as const)));

  it('covers by type and code: all types cover each, a type all its codes, a code itself', () => {
    const near = fc.tuple(fc.integer({ min: -1, max: 3 }), fc.integer({ min: -1, max: 3 }));
    fc.assert(
      fc.property(fc.oneof(some, near), fc.oneof(some, near), ([t, c], [otherType, otherCode]) => {
        const expected = t < 0 || (t === otherType && (c < 0 || c === otherCode));
        const [rule] = icmp(otherType, otherCode);
        expect(rule === undefined ? undefined : covers(icmp(t, c), rule)).toBe(expected);
      }),
      runs,
    );
  });

  it('is another protocol for IPv6, and by its number the same', () => {
    expect(icmp(8, -1, '1')).toEqual(icmp(8, -1));
    expect(icmp(8, -1, '58')).toEqual(icmp(8, -1, 'icmpv6'));
    expect(beyond(icmp(-1, -1, 'icmpv6'), icmp(-1, -1))).toHaveLength(1);
  });

  it('is never mistaken for a port', () => {
    fc.assert(
      fc.property(type, fc.nat(65_535), (t, port) => {
        const [rule] = icmp(t, -1);
        expect(rule !== undefined && (touches(rule, 'tcp', port, port) || touches(rule, 'udp', port, port))).toBe(
          false,
        );
      }),
    );
  });
});

describe('permissions of EC2', () => {
  const peers = { IpRanges: [{ CidrIp: '10.0.0.0/8' }] };
  it.each([
    ['6', 'tcp'],
    ['17', 'udp'],
    ['tcp', 'tcp'],
    ['-1', '-1'],
    ['47', '47'],
  ])('reads protocol %s as %s', (IpProtocol, protocol) => {
    expect(rulesOf([{ IpProtocol, FromPort: 22, ToPort: 23, ...peers }])).toEqual([
      protocol === 'tcp' || protocol === 'udp'
        ? { protocol, from: 22, to: 23, peer: '10.0.0.0/8' }
        : { protocol, ...whole, peer: '10.0.0.0/8' },
    ]);
  });

  it('makes one rule of each peer, whatever its kind', () => {
    const permission = {
      IpProtocol: '-1',
      IpRanges: [{ CidrIp: '10.1.2.3/8' }],
      Ipv6Ranges: [{ CidrIpv6: '2001:0DB8:0:0::/64' }],
      PrefixListIds: [{ PrefixListId: 'pl-1' }],
      UserIdGroupPairs: [{ GroupId: 'sg-1', UserId: '111122223333' }, { UserId: '111122223333' }],
    };
    expect(rulesOf([permission]).map(({ peer }) => peer)).toEqual(['10.0.0.0/8', '2001:db8::/64', 'pl-1', 'sg-1']);
    expect(rulesOf([{ IpProtocol: 'tcp', FromPort: 1, ToPort: 2 }])).toEqual([]);
    expect([rulesOf(undefined), rulesOf(null), rulesOf([])]).toEqual([[], [], []]);
  });
});

describe('rules as text', () => {
  const portRule = fc
    .tuple(fc.constantFrom('tcp', 'udp'), fc.nat(65_535), fc.nat(65_535))
    .map(([protocol, a, b]) => ({ protocol, from: Math.min(a, b), to: Math.max(a, b) }));
  const portless = fc.constantFrom('-1', 'icmp', 'icmpv6', '47', '50').map((protocol) => ({ protocol, ...whole }));
  const peer = fc.oneof(
    fc.constantFrom('0.0.0.0/0', '10.0.0.0/8', '198.51.100.7/32', '::/0', '2001:db8::/32', 'sg-0a1b', 'pl-63a5400a'),
  );

  it('reads back every rule it writes', () => {
    fc.assert(
      fc.property(fc.oneof(portRule, portless), peer, (range, where) => {
        const rule = { ...range, peer: where };
        expect(parseRule(formatRule(rule))).toEqual(rule);
      }),
      runs,
    );
  });

  it('writes different text for different types and codes of ICMP', () => {
    const one = fc.tuple(fc.nat(255), fc.integer({ min: -1, max: 255 }));
    fc.assert(
      fc.property(one, one, ([t, c], [otherType, otherCode]) => {
        const text = (FromPort: number, ToPort: number) =>
          rulesOf([{ IpProtocol: 'icmp', FromPort, ToPort, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }])
            .map(formatRule)
            .join();
        expect(text(t, c) === text(otherType, otherCode)).toBe(t === otherType && c === otherCode);
      }),
    );
    const [rule] = rulesOf([{ IpProtocol: 'icmp', FromPort: 3, ToPort: 4, UserIdGroupPairs: [{ GroupId: 'sg-1' }] }]);
    expect(rule && formatRule(rule)).toBe('icmp type 3 code 4 sg-1');
  });

  it.each(['', 'tcp', 'tcp 22', 'tcp 22 nowhere', 'tcp 22 10.0.0.0/33', 'tcp x 10.0.0.0/8', 'tcp 22-  10.0.0.0/8'])(
    'refuses "%s"',
    (text) => {
      expect(parseRule(text)).toBeUndefined();
    },
  );
});

describe('prefix lists', () => {
  const lists: Readonly<Record<string, readonly string[]>> = { 'pl-1': ['10.0.0.0/9', '10.128.0.0/9'], 'pl-0': [] };
  const expand = (...peersOfRules: string[]) =>
    expandPrefixLists(
      peersOfRules.map((peer) => ({ protocol: 'tcp', from: 22, to: 23, peer })),
      (id) => lists[id],
    );

  it('stand for their entries, and are named when they were not read', () => {
    const { rules, unread } = expand('pl-1', 'pl-0', 'pl-9', 'sg-1', '192.0.2.0/24');
    expect(rules.map(({ peer }) => peer)).toEqual(['10.0.0.0/9', '10.128.0.0/9', 'sg-1', '192.0.2.0/24']);
    expect(rules.every(({ protocol, from, to }) => protocol === 'tcp' && from === 22 && to === 23)).toBe(true);
    expect(unread).toEqual(['pl-9']);
  });
});
