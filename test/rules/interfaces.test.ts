import { describe, expect, it } from 'vitest';
import {
  dir,
  directories,
  directory,
  interfaces,
  networkInterface,
  noWorkspaces,
  otherDir,
  workspace,
  workspaces,
} from './fleet-builders.ts';
import type { Case, Line } from './harness.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const notApplicable = { 'ws-1': 'NOT_APPLICABLE' };
const unknown = { 'ws-1': 'INSUFFICIENT_DATA' };
const unread = { 'ws-1': `INSUFFICIENT_DATA ${interfaces}` };
const passes = { 'ws-1': 'COMPLIANT' };
const transitional = ['PENDING', 'REBUILDING', 'RESTORING', 'TERMINATING', 'TERMINATED', 'ERROR', 'SUSPENDED'];

/** One row for each state in which a WorkSpace has no settled interface. */
const outOfSettledStates = (estate: (State: string) => Case) =>
  Object.fromEntries(
    transitional.map((state) => [`leaves out one that is ${state}`, [estate(state), notApplicable]] as const),
  );

describe('eni-present-and-in-use', () => {
  const rule = 'eni-present-and-in-use';
  const broken = { 'ws-1': 'NON_COMPLIANT HIGH' };
  const estate = (State: string, ...others: readonly Line[]): Case => ({
    lines: [directory(), workspace('ws-1', { State }), ...others],
  });
  const idle = networkInterface({ Status: 'available', Attachment: undefined });

  itJudges(rule, {
    'passes an interface in use and attached': [estate('AVAILABLE', networkInterface()), passes],
    'fails a WorkSpace without an interface': [estate('AVAILABLE'), broken],
    'fails a detached interface': [estate('AVAILABLE', idle), broken],
    'fails one that is in use but still attaching': [
      estate('AVAILABLE', networkInterface({ Attachment: { Status: 'attaching' } })),
      broken,
    ],
    'fails one that is being detached': [
      estate('AVAILABLE', networkInterface({ Status: 'detaching', Attachment: { Status: 'detaching' } })),
      broken,
    ],
    'fails one that is attached but not in use': [
      estate('AVAILABLE', networkInterface({ Status: 'associated' })),
      broken,
    ],
    'fails one without an attachment': [estate('AVAILABLE', networkInterface({ Attachment: undefined })), broken],
    'fails two interfaces that fit': [
      estate('AVAILABLE', networkInterface(), networkInterface({ NetworkInterfaceId: 'eni-0b' })),
      broken,
    ],
    'does not take the same address of another subnet': [
      estate('AVAILABLE', networkInterface({ SubnetId: 'subnet-0b' })),
      broken,
    ],
    'does not take another address of the subnet': [
      estate('AVAILABLE', networkInterface({ PrivateIpAddress: '10.0.1.51' })),
      broken,
    ],
    'does not take a secondary address': [
      estate(
        'AVAILABLE',
        networkInterface({
          PrivateIpAddress: '10.0.1.9',
          PrivateIpAddresses: [
            { PrivateIpAddress: '10.0.1.9', Primary: true },
            { PrivateIpAddress: '10.0.1.50', Primary: false },
          ],
        }),
      ),
      broken,
    ],
    'accepts a detached interface of a stopped WorkSpace': [estate('STOPPED', idle), passes],
    'accepts it of one that is stopping': [estate('STOPPING', idle), passes],
    'accepts it of one that is starting': [estate('STARTING', idle), passes],
    'accepts an attached interface of a stopped WorkSpace': [estate('STOPPED', networkInterface()), passes],
    'fails a stopped WorkSpace without an interface': [estate('STOPPED'), broken],
    'fails a stopped WorkSpace with two interfaces that fit': [
      estate('STOPPED', idle, networkInterface({ NetworkInterfaceId: 'eni-0b' })),
      broken,
    ],
    'does not accept a detached interface of one that reboots': [estate('REBOOTING', idle), broken],
    'does not accept it of one in maintenance': [estate('ADMIN_MAINTENANCE', idle), broken],
    'does not accept it of one that is updating': [estate('UPDATING', idle), broken],
    'does not accept it of an impaired one': [estate('IMPAIRED', idle), broken],
    'does not accept it of an unhealthy one': [estate('UNHEALTHY', idle), broken],
    ...outOfSettledStates((state) => estate(state)),
    'cannot tell in an unknown state': [estate('HIBERNATED'), unknown],
    'cannot tell without the address': [
      { lines: [directory(), workspace('ws-1', { IpAddress: undefined }), networkInterface()] },
      unknown,
    ],
    'cannot tell without the subnet': [
      { lines: [directory(), workspace('ws-1', { SubnetId: undefined }), networkInterface()] },
      unknown,
    ],
    'cannot tell without the status': [estate('AVAILABLE', networkInterface({ Status: undefined })), unknown],
    'cannot tell from an unknown status': [estate('AVAILABLE', networkInterface({ Status: 'frozen' })), unknown],
    'cannot tell from an unknown attachment': [
      estate('AVAILABLE', networkInterface({ Attachment: { Status: 'busy' } })),
      unknown,
    ],
    'cannot tell from an attachment without a status': [
      estate('AVAILABLE', networkInterface({ Attachment: { DeviceIndex: 1 } })),
      unknown,
    ],
    'fails a detached interface whatever its attachment says': [
      estate('AVAILABLE', networkInterface({ Status: 'available', Attachment: { DeviceIndex: 1 } })),
      broken,
    ],
    'cannot tell when interfaces were denied': [
      { ...estate('AVAILABLE'), coverage: { [interfaces]: 'denied' } },
      unread,
    ],
    'cannot call an interface gone when the read broke off': [
      { ...estate('AVAILABLE'), coverage: { [interfaces]: 'partial' } },
      unread,
    ],
    'knows a detached one from a read that broke off': [
      { ...estate('AVAILABLE', idle), coverage: { [interfaces]: 'partial' } },
      broken,
    ],
    'needs no directory': [
      { lines: [workspace('ws-1'), networkInterface()], coverage: { [directories]: 'denied' } },
      passes,
    ],
    'says of the account that WorkSpaces were denied': [
      { lines: [directory(), networkInterface()], coverage: { [workspaces]: 'denied' } },
      noWorkspaces,
    ],
  });

  it('names the interface and what is wrong with it', async () => {
    expect(await onlyResult(rule, estate('AVAILABLE', idle))).toMatchObject({
      packId: 'network',
      severity: 'HIGH',
      subject: { type: 'workspace', id: 'ws-1' },
      reason: expect.stringMatching(/eni-0a.*available/),
      controls: ['CM-3', 'CM-8', 'SC-7'],
      missing: [],
    });
    expect(await onlyResult(rule, estate('AVAILABLE'))).toMatchObject({
      reason: expect.stringContaining('subnet-0a'),
      missing: [],
    });
  });

  it('notes an interface that may not be a WorkSpace’s', async () => {
    const reused = await onlyResult(rule, estate('AVAILABLE', networkInterface({ Description: 'jump host' })));
    expect(reused).toMatchObject({ status: 'COMPLIANT', evidence: { notes: [expect.stringContaining('eni-0a')] } });
    const nameless = await onlyResult(rule, estate('AVAILABLE', networkInterface({ Description: '' })));
    expect(nameless?.evidence).not.toHaveProperty('notes');
    const ours = await onlyResult(rule, estate('AVAILABLE', networkInterface()));
    expect(ours?.evidence).not.toHaveProperty('notes');
  });
});

describe('eni-subnet-belongs-to-directory', () => {
  const rule = 'eni-subnet-belongs-to-directory';
  const broken = { 'ws-1': 'NON_COMPLIANT MEDIUM' };
  const elsewhere = workspace('ws-1', { SubnetId: 'subnet-0z' });

  itJudges(rule, {
    'passes a subnet of the directory': [{ lines: [directory(), workspace('ws-1'), networkInterface()] }, passes],
    'passes the second subnet': [
      {
        lines: [directory(), workspace('ws-1', { SubnetId: 'subnet-0b' }), networkInterface({ SubnetId: 'subnet-0b' })],
      },
      passes,
    ],
    'fails another subnet': [{ lines: [directory(), elsewhere, networkInterface({ SubnetId: 'subnet-0z' })] }, broken],
    'fails another subnet without its interface': [{ lines: [directory(), elsewhere] }, broken],
    'fails another subnet whatever the interface says': [
      { lines: [directory(), elsewhere], coverage: { [interfaces]: 'denied' } },
      broken,
    ],
    'does not take a subnet of another directory': [
      {
        lines: [
          directory(),
          directory({ DirectoryId: otherDir, SubnetIds: ['subnet-0z'] }),
          elsewhere,
          networkInterface({ SubnetId: 'subnet-0z' }),
        ],
      },
      broken,
    ],
    'cannot tell without the interface': [{ lines: [directory(), workspace('ws-1')] }, unknown],
    'cannot tell which of two interfaces that fit is the primary one': [
      {
        lines: [directory(), workspace('ws-1'), networkInterface(), networkInterface({ NetworkInterfaceId: 'eni-0b' })],
      },
      unknown,
    ],
    'cannot tell from an interface with that address in another subnet': [
      { lines: [directory(), workspace('ws-1'), networkInterface({ SubnetId: 'subnet-0b' })] },
      unknown,
    ],
    'cannot tell when interfaces were denied': [
      { lines: [directory(), workspace('ws-1')], coverage: { [interfaces]: 'denied' } },
      unread,
    ],
    'cannot tell without the subnets of the directory': [
      { lines: [directory({ SubnetIds: undefined }), workspace('ws-1'), networkInterface()] },
      unknown,
    ],
    'cannot tell without the subnet of the WorkSpace': [
      { lines: [directory(), workspace('ws-1', { SubnetId: undefined }), networkInterface()] },
      unknown,
    ],
    'cannot tell when directories were denied': [
      { lines: [workspace('ws-1'), networkInterface()], coverage: { [directories]: 'denied' } },
      { 'ws-1': `INSUFFICIENT_DATA ${directories}` },
    ],
    'judges a stopped one': [
      { lines: [directory(), workspace('ws-1', { SubnetId: 'subnet-0z', State: 'STOPPED' })] },
      broken,
    ],
    ...outOfSettledStates((State) => ({ lines: [directory(), workspace('ws-1', { SubnetId: 'subnet-0z', State })] })),
    'says of the account that WorkSpaces were denied': [
      { lines: [directory(), networkInterface()], coverage: { [workspaces]: 'denied' } },
      noWorkspaces,
    ],
  });

  it('names the subnets', async () => {
    const result = await onlyResult(rule, { lines: [directory(), elsewhere] });
    expect(result).toMatchObject({
      reason: expect.stringMatching(/subnet-0z.*subnet-0a/),
      evidence: { directoryId: dir },
      controls: ['CM-6', 'SC-7'],
      missing: [],
    });
  });
});
