import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  admits,
  admitsSomewhere,
  known,
  mapRules,
  type RuleSet,
  union,
  unread,
} from '../../lib/facts/arithmetic/rule-sets.ts';
import { covers, type SecurityRule } from '../../lib/facts/arithmetic/security-rules.ts';
import { Unknown } from '../../lib/model/unknown.ts';

const rule = (protocol: string, from: number, to: number, peer: string): SecurityRule => ({ protocol, from, to, peer });
const https = (peer: string) => rule('tcp', 443, 443, peer);
const everywhere = '0.0.0.0/0';
const denied = new Unknown('ec2:DescribeSecurityGroups was denied', ['ec2:DescribeSecurityGroups']);
const list = new Unknown('ec2:GetManagedPrefixListEntries was denied', ['ec2:GetManagedPrefixListEntries']);
/** A prefix list for HTTPS whose entries were not read. */
const unreadList: RuleSet = { certain: [], possible: [https(everywhere), https('::/0')], unknown: list };

describe('a set of rules', () => {
  it('admits what its rules together admit', () => {
    const halves = known([https('0.0.0.0/1'), https('128.0.0.0/1')]);
    expect(admits(halves, https(everywhere))).toBe(true);
    expect(admits(known([https('0.0.0.0/1')]), https(everywhere))).toBe(false);
  });

  it('aggregates groups: each may bring a part', () => {
    expect(admits(union([known([https('0.0.0.0/1')]), known([https('128.0.0.0/1')])]), https(everywhere))).toBe(true);
  });

  it('admits what is certain, whatever else was not read', () => {
    expect(admits(union([known([https(everywhere)]), unread(denied)]), https(everywhere))).toBe(true);
  });

  it('leaves open what a group that was not read may admit, and says which', () => {
    expect(admits(union([known([]), unread(denied)]), https(everywhere))).toEqual(denied);
    expect(admitsSomewhere(unread(denied), https(everywhere))).toEqual(denied);
  });

  it('names every reason, in an order of its own', () => {
    const both = new Unknown('ec2:DescribeSecurityGroups was denied; ec2:GetManagedPrefixListEntries was denied', [
      'ec2:DescribeSecurityGroups',
      'ec2:GetManagedPrefixListEntries',
    ]);
    expect(union([unreadList, unread(denied)]).unknown).toEqual(both);
    expect(union([unread(denied), unreadList]).unknown).toEqual(both);
  });

  it('knows that an unread prefix list admits nothing on other ports', () => {
    expect(admits(unreadList, https('10.0.0.1/32'))).toEqual(list);
    expect(admits(unreadList, rule('tcp', 80, 80, '10.0.0.1/32'))).toBe(false);
    expect(admitsSomewhere(unreadList, { protocol: 'tcp', from: 80, to: 80 })).toBe(false);
  });

  it('passes somewhere when each port of a range passes, wherever to', () => {
    const parts = known([rule('tcp', 1024, 2000, '10.0.0.0/8'), rule('tcp', 2001, 65535, 'sg-x')]);
    expect(admitsSomewhere(parts, { protocol: 'tcp', from: 1024, to: 65535 })).toBe(true);
    expect(admitsSomewhere(parts, { protocol: 'tcp', from: 1000, to: 65535 })).toBe(false);
  });

  it('replaces rules, keeping what becomes of the unknown ones possible only', () => {
    const set = union([known([https('sg-x')]), unreadList]);
    const mapped = mapRules(set, (one) => known(one.peer === 'sg-x' ? [https('10.0.0.1/32')] : [one]));
    expect(mapped).toEqual({
      certain: [https('10.0.0.1/32')],
      possible: [https('10.0.0.1/32'), https(everywhere), https('::/0')],
      unknown: list,
    });
  });
});

it('never contradicts what comes out once everything is read', () => {
  const some = fc
    .record({
      protocol: fc.constantFrom('tcp', 'udp', '-1'),
      from: fc.integer({ min: 20, max: 26 }),
      length: fc.integer({ min: 0, max: 3 }),
      peer: fc.constantFrom('0.0.0.0/0', '0.0.0.0/1', '128.0.0.0/1', '10.0.0.0/8'),
    })
    .map(({ protocol, from, length, peer }) => rule(protocol, from, from + length, peer));
  fc.assert(
    fc.property(fc.array(some), fc.array(some), some, (read, later, wanted) => {
      const verdict = admits(union([known(read), unread(denied)]), wanted);
      const truth = covers([...read, ...later], wanted);
      expect(verdict === true ? truth : true).toBe(true);
      expect(verdict).not.toBe(false);
      expect(admits(known(read), wanted)).toBe(covers(read, wanted));
    }),
  );
});
