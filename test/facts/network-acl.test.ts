import { describe, expect, it } from 'vitest';
import { type AclEntry, blockList, portsShut } from '../../lib/facts/arithmetic/network-acl.ts';

const entry = (number: number, action: string, protocol: string, from: number, to: number, cidr: string): AclEntry => ({
  ...{ number, allows: action === 'allow', protocol, from, to, cidr },
});
const tcp = (number: number, action: string, from: number, to: number, cidr = '0.0.0.0/0') =>
  entry(number, action, '6', from, to, cidr);
const all = (number: number, action: string, cidr = '0.0.0.0/0') => entry(number, action, '-1', 0, 65535, cidr);
const last = all(32767, 'deny');
const replies = [49152, 65535] as const;

describe('ports that a network ACL shuts', () => {
  it('are none where all traffic is allowed, and all where nothing is', () => {
    expect(portsShut([all(100, 'allow'), last], replies)).toEqual([]);
    expect(portsShut([last], replies)).toEqual([[49152, 65535]]);
    expect(portsShut([], [443, 443])).toEqual([[443, 443]]);
  });

  it('are decided by the lowest number, whatever the order of the list', () => {
    expect(portsShut([last, all(200, 'allow'), tcp(100, 'deny', 443, 443)], [443, 443])).toEqual([[443, 443]]);
    expect(portsShut([all(200, 'deny'), tcp(100, 'allow', 443, 443)], [443, 443])).toEqual([]);
  });

  it('are those that no entry of TCP allows', () => {
    expect(portsShut([entry(100, 'allow', '17', 0, 65535, '0.0.0.0/0'), last], [443, 443])).toEqual([[443, 443]]);
    expect(portsShut([tcp(100, 'allow', 1024, 65535), last], replies)).toEqual([]);
    expect(portsShut([tcp(100, 'allow', 1024, 60000), last], replies)).toEqual([[60001, 65535]]);
    expect(portsShut([tcp(100, 'allow', 50000, 60000), last], replies)).toEqual([
      [49152, 49999],
      [60001, 65535],
    ]);
  });

  it('reach to the last port of the range', () => {
    expect(portsShut([tcp(100, 'allow', 49152, 65534), last], replies)).toEqual([[65535, 65535]]);
    expect(portsShut([tcp(100, 'allow', 49153, 65535), last], replies)).toEqual([[49152, 49152]]);
  });

  it('are one range where several entries shut them', () => {
    expect(portsShut([tcp(1, 'deny', 49152, 50000), tcp(2, 'deny', 50001, 60000), last], replies)).toEqual([
      [49152, 65535],
    ]);
  });

  it('are none where several allowances take all addresses together', () => {
    const halves = [all(1, 'allow', '0.0.0.0/1'), all(2, 'allow', '128.0.0.0/1'), last];
    expect(portsShut(halves, [443, 443])).toEqual([]);
    expect(portsShut(halves.slice(1), [443, 443])).toEqual([[443, 443]]);
    const late = [all(1, 'allow', '0.0.0.0/1'), all(2, 'deny'), all(3, 'allow', '128.0.0.0/1')];
    expect(portsShut(late, [443, 443])).toEqual([[443, 443]]);
  });

  it('do not include those of a block list, unless it blocks everything', () => {
    expect(portsShut([all(1, 'deny', '198.51.100.0/24'), all(2, 'allow'), last], [443, 443])).toEqual([]);
    const halves = [all(1, 'deny', '0.0.0.0/1'), all(2, 'deny', '128.0.0.0/1'), all(3, 'allow')];
    expect(portsShut(halves, [443, 443])).toEqual([[443, 443]]);
    expect(portsShut([all(0, 'allow'), ...halves], [443, 443])).toEqual([]);
  });
});

describe('the block list of a network ACL', () => {
  const block = all(1, 'deny', '198.51.100.0/24');

  it('is what it denies ahead of an allowance', () => {
    expect(blockList([all(2, 'allow'), block, last], [443, 443])).toEqual([block]);
  });

  it('does not hold what comes too late, or what denies everything', () => {
    expect(blockList([all(0, 'allow'), block, last], [443, 443])).toEqual([]);
    expect(blockList([all(1, 'deny'), all(2, 'allow')], [443, 443])).toEqual([]);
    expect(blockList([tcp(1, 'deny', 80, 80, '198.51.100.0/24'), all(2, 'allow')], [443, 443])).toEqual([]);
  });
});
