import { describe, expect, it } from 'vitest';
import byol from '../../rules/reference/byol.json' with { type: 'json' };
import {
  account,
  accountLine,
  dedicated,
  describeAccount,
  desktop,
  desktops,
  link,
  listLinks,
  shared,
  targetAccount,
  thirdAccount,
} from './byol-builders.ts';
import { directories, workspaces } from './fleet-builders.ts';
import { type Case, type Line, packs, type Scene } from './harness.ts';
import { itJudges, onlyResult, type Row } from './verdict-table.ts';

const passes = { [account]: 'COMPLIANT' };
const broken = { [account]: 'NON_COMPLIANT MEDIUM' };
const notApplicable = { [account]: 'NOT_APPLICABLE' };
const unknown = { [account]: 'INSUFFICIENT_DATA' };
const lacks = (...operations: readonly string[]) => ({ [account]: `INSUFFICIENT_DATA ${operations.join(' ')}` });

/** Another account of the same audit. */
const other = (accountId: string, ...lines: readonly Line[]): Scene => ({ accountId, lines });
const afloat = (...lines: readonly Line[]): Case => ({ lines: [dedicated(), ...lines] });

/** How links between accounts decide, where the account alone is below a minimum and with `rest` reaches it. */
const linkRows = (few: readonly Line[], rest: readonly Line[]): Readonly<Record<string, Row>> => ({
  'cannot tell while a linked account is not part of the audit': [afloat(...few, link()), unknown],
  'sums linked accounts that are': [
    { ...afloat(...few, link()), others: [other(targetAccount, dedicated(), ...rest)] },
    passes,
  ],
  'fails when their sum is too low': [
    { ...afloat(...few, link()), others: [other(targetAccount, dedicated())] },
    broken,
  ],
  'does not sum an account that is not linked': [
    { ...afloat(...few), others: [other(targetAccount, dedicated(), ...rest)] },
    broken,
  ],
  'does not sum another Region': [
    {
      ...afloat(...few, link()),
      others: [
        other(targetAccount, dedicated()),
        { ...other(targetAccount, dedicated(), ...rest), region: 'us-west-2' },
      ],
    },
    broken,
  ],
  'sums the source and its other targets for a target': [
    {
      ...afloat(
        ...few,
        accountLine({ DedicatedTenancyAccountType: 'TARGET_ACCOUNT' }),
        link('LINKED', account, targetAccount),
      ),
      others: [
        other(targetAccount, link('LINKED', account, targetAccount), link('LINKED', thirdAccount, targetAccount)),
        other(thirdAccount, dedicated(), ...rest),
      ],
    },
    passes,
  ],
  'cannot tell for a target whose source has a target elsewhere': [
    {
      ...afloat(...few, link('LINKED', account, targetAccount)),
      others: [
        other(targetAccount, link('LINKED', account, targetAccount), link('LINKED', thirdAccount, targetAccount)),
      ],
    },
    unknown,
  ],
  'cannot tell for a target whose source could not list its links': [
    {
      ...afloat(...few, link('LINKED', account, targetAccount)),
      others: [{ ...other(targetAccount), coverage: { [listLinks]: 'denied' as const } }],
    },
    lacks(listLinks),
  ],
  'cannot tell for a target without a link': [
    afloat(...few, accountLine({ DedicatedTenancyAccountType: 'TARGET_ACCOUNT' })),
    unknown,
  ],
  'fails a source whose targets left': [
    afloat(...few, accountLine({ DedicatedTenancyAccountType: 'SOURCE_ACCOUNT' })),
    broken,
  ],
  'cannot tell from an account type that nobody knows': [
    afloat(...few, accountLine({ DedicatedTenancyAccountType: 'COUSIN_ACCOUNT' })),
    unknown,
  ],
  'does not count a pending link': [afloat(...few, link('PENDING_ACCEPTANCE_BY_TARGET_ACCOUNT')), broken],
  'does not count a rejected link': [afloat(...few, link('REJECTED')), broken],
  'does not count a failed link': [afloat(...few, link('LINKING_FAILED')), broken],
  'cannot tell from a link status that nobody knows': [afloat(...few, link('BLESSED')), unknown],
  'names the links that were denied': [{ ...afloat(...few), coverage: { [listLinks]: 'denied' } }, lacks(listLinks)],
  'names the account that was denied, which may be a target': [
    { ...afloat(...few), coverage: { [describeAccount]: 'denied' } },
    lacks(describeAccount),
  ],
  'passes whoever reaches it alone, whatever was denied': [
    { ...afloat(...few, ...rest), coverage: { [listLinks]: 'denied', [describeAccount]: 'denied' } },
    passes,
  ],
  'asks for no links in GovCloud': [
    {
      ...afloat(...few),
      region: 'us-gov-west-1',
      coverage: { [listLinks]: 'skipped', [describeAccount]: 'denied' },
    },
    broken,
  ],
  'names WorkSpaces of a linked account that were denied': [
    {
      ...afloat(...few, link()),
      others: [{ ...other(targetAccount, dedicated()), coverage: { [workspaces]: 'denied' } }],
    },
    lacks(workspaces),
  ],
  'does not fail while WorkSpaces may be missing': [
    { ...afloat(...few), coverage: { [workspaces]: 'partial' } },
    lacks(workspaces),
  ],
  'cannot tell for a part of the Region': [{ ...afloat(...few), scope: { directories: ['d-90670000a1'] } }, unknown],
  'names directories that were denied': [
    { lines: [...few], coverage: { [directories]: 'denied' } },
    lacks(directories),
  ],
});

describe('byol-minimum-non-gpu', () => {
  const rule = 'byol-minimum-non-gpu';
  const inCapeTown = (estate: Case): Case => ({ ...estate, region: 'af-south-1' });

  itJudges(rule, {
    'passes exactly 50': [afloat(...desktops(50)), passes],
    'passes 51': [afloat(...desktops(51)), passes],
    'fails 49': [afloat(...desktops(49)), broken],
    'counts both running modes': [
      afloat(...desktops(20, 'STANDARD', 'ALWAYS_ON'), ...desktops(30, 'POWER', 'AUTO_STOP')),
      passes,
    ],
    'counts Windows 7 too': [afloat(...desktops(49), desktop('ws-old', 'WINDOWS_7')), passes],
    'does not count GPU': [afloat(...desktops(49), ...desktops(5, 'GRAPHICS_G6_XLARGE')), broken],
    'does not count Windows Server': [afloat(...desktops(49), desktop('ws-s', 'WINDOWS_SERVER_2022')), broken],
    'does not count Linux': [afloat(...desktops(49), desktop('ws-l', 'UBUNTU_22_04')), broken],
    'does not count what is terminated': [
      afloat(...desktops(49), desktop('ws-t', 'WINDOWS_11', 'POWER', 'AUTO_STOP', { State: 'TERMINATED' })),
      broken,
    ],
    'does not count shared hardware': [
      afloat(
        ...desktops(49),
        shared({ DirectoryId: 'd-90670000b2' }),
        desktop('ws-s', 'WINDOWS_11', 'POWER', 'AUTO_STOP', { DirectoryId: 'd-90670000b2' }),
      ),
      broken,
    ],
    'passes exactly 400 in Cape Town': [inCapeTown(afloat(...desktops(400))), passes],
    'fails 399 in Cape Town': [inCapeTown(afloat(...desktops(399))), broken],
    'counts every kind in Cape Town': [inCapeTown(afloat(...desktops(399), ...desktops(1, 'GRAPHICS'))), passes],
    'leaves out accounts without BYOL': [{ lines: [shared(), ...desktops(3)] }, notApplicable],
    'leaves out dedicated directories of GPU alone': [afloat(...desktops(3, 'GRAPHICS_G4DN')), notApplicable],
    'leaves out an empty account': [{ lines: [] }, notApplicable],
    'cannot tell when one unknown operating system decides': [
      afloat(...desktops(49), desktop('ws-u', 'UNKNOWN')),
      unknown,
    ],
    'cannot tell when one operating system is absent': [afloat(...desktops(49), desktop('ws-u')), unknown],
    'cannot tell when one compute type is absent': [
      afloat(...desktops(49), desktop('ws-u', 'WINDOWS_11', null)),
      unknown,
    ],
    'cannot tell when one compute type is new': [
      afloat(...desktops(49), desktop('ws-u', 'WINDOWS_11', 'COLOSSAL')),
      unknown,
    ],
    'fails when what is unknown cannot reach it': [afloat(...desktops(48), desktop('ws-u', 'UNKNOWN')), broken],
    'passes when what is unknown is not needed': [afloat(...desktops(50), desktop('ws-u', 'UNKNOWN')), passes],
    'cannot tell whether it applies when all is unknown': [afloat(desktop('ws-u', 'UNKNOWN')), unknown],
    'cannot tell without a tenancy': [{ lines: [shared({ Tenancy: undefined }), ...desktops(3)] }, unknown],
    ...linkRows(desktops(10), desktops(45, 'POWER')),
  });

  it('says how many there are, and whose', async () => {
    const lines = afloat(...desktops(10), link());
    expect(
      await onlyResult(rule, { ...lines, others: [other(targetAccount, dedicated(), ...desktops(20))] }),
    ).toMatchObject({
      reason: 'The account and those linked with it use 30 BYOL WorkSpaces without GPU, and 50 are the minimum.',
      evidence: { 'byol.linkedAccountIds': [targetAccount], 'byol.nonGpuCount': 10, 'byol.linked.nonGpuCount': 30 },
      controls: ['CM-10', 'SA-4'],
    });
    expect(await onlyResult(rule, lines)).toMatchObject({
      reason: `Cannot be judged: linked accounts count together, and ${targetAccount} is not part of this audit.`,
      missing: [],
    });
  });
});

describe('byol-minimum-gpu', () => {
  const rule = 'byol-minimum-gpu';
  const always = (count: number, type = 'GRAPHICS_G4DN') => desktops(count, type, 'ALWAYS_ON');
  const stopping = (count: number, type = 'GRAPHICSPRO') => desktops(count, type, 'AUTO_STOP');

  itJudges(rule, {
    'passes 4 that always run': [afloat(...always(4)), passes],
    'fails 3': [afloat(...always(3)), broken],
    'passes 20 that stop': [afloat(...stopping(20)), passes],
    'fails 19': [afloat(...stopping(19)), broken],
    'does not add 3 and 19 up': [afloat(...always(3), ...stopping(19)), broken],
    'counts G6': [afloat(...always(4, 'GRAPHICS_G6_XLARGE')), passes],
    'does not count those of a Core partner for either': [
      afloat(...always(3), ...desktops(5, 'GRAPHICS', 'MANUAL')),
      broken,
    ],
    'leaves out accounts without GPU': [afloat(...desktops(60)), notApplicable],
    'leaves out GPU on shared hardware': [{ lines: [shared(), ...always(2)] }, notApplicable],
    'cannot tell when one running mode decides': [
      afloat(...always(3), desktop('ws-u', 'WINDOWS_11', 'GRAPHICS', null)),
      unknown,
    ],
    'cannot tell from a running mode that nobody knows': [
      afloat(...always(3), desktop('ws-u', 'WINDOWS_11', 'GRAPHICS', 'AT_NIGHT')),
      unknown,
    ],
    'fails when it cannot reach either': [
      afloat(...always(2), desktop('ws-u', 'WINDOWS_11', 'GRAPHICS', null)),
      broken,
    ],
    'cannot tell when one operating system decides': [
      afloat(...always(3), desktop('ws-u', 'UNKNOWN', 'GRAPHICS', 'ALWAYS_ON')),
      unknown,
    ],
    ...linkRows(always(1), always(3, 'GRAPHICSPRO_G4DN')),
  });

  it('says how many of each there are, and which are G6', async () => {
    expect(await onlyResult(rule, afloat(...always(2, 'GRAPHICS_GR6F_4XLARGE'), ...stopping(5)))).toMatchObject({
      reason:
        'Of BYOL WorkSpaces with GPU, the account and those linked with it use 2 that always run and 5 that stop ' +
        'when unused; the minimum is 4 of the former or 20 of the latter.',
      evidence: {
        notes: [
          '2 of the account are of G6 compute types, which the section on these minimums does not mention; they count as GPU here.',
        ],
      },
    });
  });
});

it('the rules hold the numbers of the reference data', () => {
  const text = JSON.stringify(
    packs
      .flatMap(({ rules }) => rules.filter(({ id }) => id.startsWith('byol-minimum-')))
      .map(({ requires }) => requires),
  );
  const numbers = [...text.matchAll(/"value":(\d+)/g)].map(([, value]) => Number(value));
  const { minimumNonGpu, minimumByRegion, minimumGpu } = byol;
  expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual(
    [minimumNonGpu, ...Object.values(minimumByRegion), minimumGpu.alwaysOn, minimumGpu.autoStop].sort((a, b) => a - b),
  );
  expect([...new Set(text.match(/[a-z]+-[a-z]+-\d/g))]).toEqual(Object.keys(minimumByRegion));
});
