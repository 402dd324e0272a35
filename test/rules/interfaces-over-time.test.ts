import { describe, expect, it } from 'vitest';
import { refused, trail } from './events-builders.ts';
import {
  directories,
  directory,
  interfaces,
  networkInterface,
  noWorkspaces,
  workspace,
  workspaces,
} from './fleet-builders.ts';
import type { Case, Line, Scene } from './harness.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const notApplicable = { 'ws-1': 'NOT_APPLICABLE' };
const unknown = { 'ws-1': 'INSUFFICIENT_DATA' };
const passes = { 'ws-1': 'COMPLIANT' };

describe('eni-unmodified-since-baseline', () => {
  const rule = 'eni-unmodified-since-baseline';
  const high = { 'ws-1': 'NON_COMPLIANT HIGH' };
  const medium = { 'ws-1': 'NON_COMPLIANT MEDIUM' };
  const rebuilt = { 'ws-1': 'INSUFFICIENT_DATA cloudtrail:LookupEvents' };
  const fleet = (...others: readonly Line[]): Scene => ({ lines: [directory(), workspace('ws-1'), ...others] });
  const since = (then: object, now: object): Case => ({
    ...fleet(networkInterface(now)),
    baseline: fleet(networkInterface(then)),
  });
  const groups = (...ids: readonly string[]) => ({ Groups: ids.map((GroupId) => ({ GroupId })) });

  itJudges(rule, {
    'passes an interface that is as it was': [since({}, {}), passes],
    'does not care for the order of groups': [
      since(groups('sg-members', 'sg-a'), groups('sg-a', 'sg-members')),
      passes,
    ],
    'fails a source/destination check turned off': [since({}, { SourceDestCheck: false }), high],
    'passes one turned on': [since({ SourceDestCheck: false }, {}), passes],
    'passes one that was off before': [since({ SourceDestCheck: false }, { SourceDestCheck: false }), passes],
    'cannot tell whether it was on before': [
      since({ SourceDestCheck: undefined }, { SourceDestCheck: false }),
      unknown,
    ],
    'cannot tell whether it is on now': [since({}, { SourceDestCheck: undefined }), unknown],
    'needs no earlier value for one that is on': [since({ SourceDestCheck: undefined }, {}), passes],
    'fails a group that was removed': [since(groups('sg-members', 'sg-a'), groups('sg-members')), medium],
    'fails a group that was exchanged': [since(groups('sg-members', 'sg-a'), groups('sg-members', 'sg-b')), medium],
    'leaves the members group to its own rule': [since(groups('sg-members', 'sg-a'), groups('sg-a')), passes],
    'passes a group that was added': [since(groups('sg-members'), groups('sg-members', 'sg-a')), passes],
    'is high when the check was turned off as well': [
      since(groups('sg-members', 'sg-a'), { ...groups('sg-members'), SourceDestCheck: false }),
      high,
    ],
    'cannot tell without the groups of today': [since(groups('sg-members', 'sg-a'), { Groups: undefined }), unknown],
    'cannot tell without the groups of then': [since({ Groups: undefined }, groups('sg-members')), unknown],
    'cannot tell whether the group that was removed is the members group': [
      {
        lines: [workspace('ws-1'), networkInterface(groups('sg-a'))],
        coverage: { [directories]: 'denied' },
        baseline: fleet(networkInterface(groups('sg-members', 'sg-a'))),
      },
      { 'ws-1': `INSUFFICIENT_DATA ${directories}` },
    ],
    'knows that one of two is not the members group': [
      {
        lines: [workspace('ws-1'), networkInterface(groups('sg-b'))],
        coverage: { [directories]: 'denied' },
        baseline: fleet(networkInterface(groups('sg-members', 'sg-a', 'sg-b'))),
      },
      medium,
    ],
    'needs no directory when no group is gone': [
      {
        lines: [workspace('ws-1'), networkInterface()],
        coverage: { [directories]: 'denied' },
        baseline: fleet(networkInterface()),
      },
      passes,
    ],
    'cannot tell a rebuild from a replaced interface where CloudTrail refuses': [
      refused(since({}, { NetworkInterfaceId: 'eni-0b' })),
      rebuilt,
    ],
    'cannot tell why the MAC address is another': [refused(since({}, { MacAddress: '02:00:00:00:00:02' })), rebuilt],
    'follows the WorkSpace to its new address': [
      {
        lines: [
          directory(),
          workspace('ws-1', { IpAddress: '10.0.1.60' }),
          networkInterface({ NetworkInterfaceId: 'eni-0b', PrivateIpAddress: '10.0.1.60' }),
        ],
        baseline: fleet(networkInterface()),
        coverage: { [trail]: 'denied' },
      },
      rebuilt,
    ],
    'fails what is proven on an interface that was replaced': [
      since({}, { NetworkInterfaceId: 'eni-0b', SourceDestCheck: false }),
      high,
    ],
    'does not care for tags, attachment and status': [
      since(
        { TagSet: [{ Key: 'owner', Value: 'a' }] },
        { TagSet: [], Status: 'available', Attachment: undefined, Description: '' },
      ),
      passes,
    ],
    'passes a secondary address that was added': [
      since(
        {},
        {
          PrivateIpAddresses: [
            { PrivateIpAddress: '10.0.1.50', Primary: true },
            { PrivateIpAddress: '10.0.1.51', Primary: false, Association: { PublicIp: '192.0.2.1' } },
          ],
        },
      ),
      passes,
    ],
    'leaves out a WorkSpace that is newer than the baseline': [
      { ...fleet(networkInterface({ SourceDestCheck: false })), baseline: { lines: [directory()] } },
      notApplicable,
    ],
    'leaves out one that is rebuilding': [
      {
        lines: [directory(), workspace('ws-1', { State: 'REBUILDING' }), networkInterface({ SourceDestCheck: false })],
        baseline: fleet(networkInterface()),
      },
      notApplicable,
    ],
    'leaves it out without a baseline too': [
      { lines: [directory(), workspace('ws-1', { State: 'SUSPENDED' })] },
      notApplicable,
    ],
    'judges a stopped one': [
      {
        lines: [directory(), workspace('ws-1', { State: 'STOPPED' }), networkInterface({ SourceDestCheck: false })],
        baseline: fleet(networkInterface()),
      },
      high,
    ],
    'cannot tell without a baseline': [fleet(networkInterface()), unknown],
    'cannot tell without the interface': [{ ...fleet(), baseline: fleet(networkInterface()) }, unknown],
    'cannot tell when interfaces were denied': [
      { ...fleet(), coverage: { [interfaces]: 'denied' }, baseline: fleet(networkInterface()) },
      { 'ws-1': `INSUFFICIENT_DATA ${interfaces}` },
    ],
    'cannot tell when the baseline could not read interfaces, which nobody can permit now': [
      { ...fleet(networkInterface()), baseline: { ...fleet(), coverage: { [interfaces]: 'denied' } } },
      unknown,
    ],
    'cannot tell when the baseline could not list WorkSpaces': [
      {
        ...fleet(networkInterface()),
        baseline: { lines: [directory(), networkInterface()], coverage: { [workspaces]: 'denied' } },
      },
      unknown,
    ],
    'cannot tell for one that had no interface then': [{ ...fleet(networkInterface()), baseline: fleet() }, unknown],
    'says of the account that WorkSpaces were denied': [
      { lines: [directory()], coverage: { [workspaces]: 'denied' }, baseline: fleet(networkInterface()) },
      noWorkspaces,
    ],
  });

  it('names what changed', async () => {
    expect(await onlyResult(rule, since(groups('sg-members', 'sg-a'), groups('sg-members')))).toMatchObject({
      packId: 'network',
      severity: 'MEDIUM',
      reason: expect.stringMatching(/eni-0a.*sg-a/),
      controls: ['CM-3', 'CM-6', 'SI-7'],
      missing: [],
    });
    expect(await onlyResult(rule, since({}, { NetworkInterfaceId: 'eni-0b' }))).toMatchObject({
      reason: expect.stringMatching(/eni-0a.*eni-0b/),
    });
    expect(await onlyResult(rule, fleet(networkInterface()))).toMatchObject({
      reason: expect.stringMatching(/baseline/),
      missing: [],
    });
  });

  it('notes what was added', async () => {
    expect(await onlyResult(rule, since(groups('sg-members'), groups('sg-members', 'sg-a')))).toMatchObject({
      status: 'COMPLIANT',
      evidence: { notes: [expect.stringContaining('sg-a')] },
    });
    const second = { PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.51', Primary: false }] };
    expect(await onlyResult(rule, since({}, second))).toMatchObject({
      status: 'COMPLIANT',
      evidence: { notes: [expect.stringMatching(/secondary/i)] },
    });
    expect((await onlyResult(rule, since({}, {})))?.evidence).not.toHaveProperty('notes');
  });
});
