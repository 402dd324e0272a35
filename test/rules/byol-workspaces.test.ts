import { describe, expect, it } from 'vitest';
import byol from '../../rules/reference/byol.json' with { type: 'json' };
import { account, accountLine, dedicated, describeAccount, desktop, shared } from './byol-builders.ts';
import { dir, directories, noWorkspaces, workspaces } from './fleet-builders.ts';
import { type Case, type Line, packs } from './harness.ts';
import { pools } from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const ws = 'ws-1';
const passes = { [ws]: 'COMPLIANT' };
const notApplicable = { [ws]: 'NOT_APPLICABLE' };
const unknown = { [ws]: 'INSUFFICIENT_DATA' };
const broken = (severity: string) => ({ [ws]: `NON_COMPLIANT ${severity}` });
const lacks = (operation: string) => ({ [ws]: `INSUFFICIENT_DATA ${operation}` });
const deniedWorkspaces = [{ lines: [], coverage: { [workspaces]: 'denied' } }, noWorkspaces] as const;

describe('byol-account-enabled', () => {
  const rule = 'byol-account-enabled';
  const support = (DedicatedTenancySupport?: string | null, directory = dedicated()): Case => ({
    lines: [directory, accountLine({ DedicatedTenancySupport })],
  });
  const on = (status: string) => ({ [account]: status });

  itJudges(rule, {
    'passes an enabled account': [support('ENABLED'), on('COMPLIANT')],
    'fails one that is not enabled': [support('DISABLED'), on('NON_COMPLIANT MEDIUM')],
    'fails it in GovCloud': [{ ...support('DISABLED'), region: 'us-gov-west-1' }, on('NON_COMPLIANT MEDIUM')],
    'fails with a dedicated Pools directory': [support('DISABLED', dedicated(pools)), on('NON_COMPLIANT MEDIUM')],
    'fails while the directory is on its way out': [
      support('DISABLED', dedicated({ State: 'DEREGISTERING' })),
      on('NON_COMPLIANT MEDIUM'),
    ],
    'leaves out a directory that is deregistered': [
      support('DISABLED', dedicated({ State: 'DEREGISTERED' })),
      on('NOT_APPLICABLE'),
    ],
    'leaves out shared hardware': [support('DISABLED', shared()), on('NOT_APPLICABLE')],
    'leaves out an empty Region': [
      { lines: [accountLine({ DedicatedTenancySupport: 'DISABLED' })] },
      on('NOT_APPLICABLE'),
    ],
    'cannot tell without the member': [support(), on('INSUFFICIENT_DATA')],
    'does not take null for an answer': [support(null), on('INSUFFICIENT_DATA')],
    'cannot tell from a value that nobody knows': [support('PENDING'), on('INSUFFICIENT_DATA')],
    'cannot tell whether it applies without a tenancy': [
      support('DISABLED', dedicated({ Tenancy: undefined })),
      on('INSUFFICIENT_DATA'),
    ],
    'cannot tell from a tenancy that nobody knows': [
      support('DISABLED', dedicated({ Tenancy: 'HOST' })),
      on('INSUFFICIENT_DATA'),
    ],
    'names the account that was denied': [
      { lines: [dedicated()], coverage: { [describeAccount]: 'denied' } },
      on(`INSUFFICIENT_DATA ${describeAccount}`),
    ],
    'names directories that were denied': [
      { lines: [], coverage: { [directories]: 'denied' } },
      on(`INSUFFICIENT_DATA ${directories}`),
    ],
    'judges by a directory that was seen': [
      { ...support('DISABLED'), coverage: { [directories]: 'partial' } },
      on('NON_COMPLIANT MEDIUM'),
    ],
    'cannot tell for a part of the Region without one': [
      { ...support('DISABLED', shared()), scope: { directories: [dir] } },
      on('INSUFFICIENT_DATA'),
    ],
  });

  it('names the directories', async () => {
    expect(await onlyResult(rule, support('DISABLED'))).toMatchObject({
      packId: 'byol',
      reason: `BYOL is DISABLED in us-east-1, where the directories ${dir} are on dedicated hardware.`,
      controls: ['CM-10', 'SA-4'],
    });
  });
});

describe('byol-bundle-restrictions', () => {
  const rule = 'byol-bundle-restrictions';
  const of = (system: string | undefined, type: string, region = 'us-east-1', directory = dedicated()): Case => ({
    lines: [directory, desktop(ws, system, type)],
    region,
  });

  itJudges(rule, {
    'passes graphics where they are offered': [of('WINDOWS_10', 'GRAPHICS_G4DN'), passes],
    'fails Graphics in Cape Town': [of('WINDOWS_10', 'GRAPHICS', 'af-south-1'), broken('LOW')],
    'fails GraphicsPro in Cape Town': [of('WINDOWS_10', 'GRAPHICSPRO', 'af-south-1'), broken('LOW')],
    'fails Graphics.g4dn in Tel Aviv': [of('WINDOWS_11', 'GRAPHICS_G4DN', 'il-central-1'), broken('LOW')],
    'fails GraphicsPro.g4dn in Tel Aviv': [of('WINDOWS_11', 'GRAPHICSPRO_G4DN', 'il-central-1'), broken('LOW')],
    'passes G6 there, of which the guide says nothing': [
      of('WINDOWS_11', 'GRAPHICS_G6_XLARGE', 'il-central-1'),
      passes,
    ],
    'passes Value with Windows 10': [of('WINDOWS_10', 'VALUE'), passes],
    'fails Value with Windows 11': [of('WINDOWS_11', 'VALUE'), broken('LOW')],
    'fails it anywhere': [of('WINDOWS_11', 'VALUE', 'us-gov-west-1'), broken('LOW')],
    'leaves out other bundles': [of('WINDOWS_11', 'POWER', 'af-south-1'), notApplicable],
    'leaves out Windows Server': [of('WINDOWS_SERVER_2022', 'GRAPHICS', 'af-south-1'), notApplicable],
    'leaves out shared hardware': [of('WINDOWS_11', 'VALUE', 'us-east-1', shared()), notApplicable],
    'leaves out what is terminated': [
      { lines: [dedicated(), desktop(ws, 'WINDOWS_11', 'VALUE', 'AUTO_STOP', { State: 'TERMINATED' })] },
      notApplicable,
    ],
    'cannot tell without an operating system': [of(undefined, 'VALUE'), unknown],
    'cannot tell from an unknown one': [of('UNKNOWN', 'VALUE'), unknown],
    'cannot tell without a compute type': [
      {
        lines: [
          dedicated(),
          desktop(ws, 'WINDOWS_11', undefined, 'AUTO_STOP', {
            WorkspaceProperties: { OperatingSystemName: 'WINDOWS_11' },
          }),
        ],
      },
      unknown,
    ],
    'cannot tell without a tenancy': [of('WINDOWS_11', 'VALUE', 'us-east-1', shared({ Tenancy: undefined })), unknown],
    'names directories that were denied': [
      { lines: [desktop(ws, 'WINDOWS_11', 'VALUE')], coverage: { [directories]: 'denied' } },
      lacks(directories),
    ],
    'says of the account that WorkSpaces were denied': deniedWorkspaces,
  });

  it('names bundle, system and Region', async () => {
    expect(await onlyResult(rule, of('WINDOWS_11', 'GRAPHICS', 'af-south-1'))).toMatchObject({
      reason: 'GRAPHICS bundles are not offered for BYOL in af-south-1.',
    });
    expect(await onlyResult(rule, of('WINDOWS_11', 'VALUE'))).toMatchObject({
      reason: 'VALUE bundles are not offered for WINDOWS_11.',
      controls: ['CM-6'],
    });
  });

  it('holds the Regions of the reference data', () => {
    const requires = packs.flatMap(({ rules }) => rules).find(({ id }) => id === rule)?.requires;
    const regions = JSON.stringify(requires).match(/[a-z]{2}-[a-z]+-\d/g);
    expect(regions).toEqual(byol.graphicsUnsupported);
  });
});

describe('byol-workspace-in-dedicated-directory', () => {
  const rule = 'byol-workspace-in-dedicated-directory';
  const bundles = 'workspaces:DescribeWorkspaceBundles';
  const images = 'workspaces:DescribeWorkspaceImages';
  const bundle = (members: object = {}): Line => ({
    type: 'WorkspaceBundle',
    resource: { BundleId: 'wsb-1', Owner: account, ImageId: 'wsi-1', ...members },
  });
  const image = (RequiredTenancy?: string): Line => ({
    type: 'WorkspaceImage',
    resource: { ImageId: 'wsi-1', State: 'AVAILABLE', RequiredTenancy },
  });
  const from = (system: string | undefined, directory: Line, ...more: readonly Line[]): Case => ({
    lines: [directory, desktop(ws, system, 'POWER', 'AUTO_STOP', { BundleId: 'wsb-1' }), ...more],
  });

  itJudges(rule, {
    'passes a BYOL image in a dedicated directory': [
      from('WINDOWS_11', dedicated(), bundle(), image('DEDICATED')),
      passes,
    ],
    'passes Windows 7 there': [from('WINDOWS_7', dedicated(), bundle(), image('DEDICATED')), passes],
    'passes Windows 10 there, whatever image': [
      { ...from('WINDOWS_10', dedicated()), coverage: { [bundles]: 'denied' } },
      passes,
    ],
    'passes a dedicated image there, whatever system': [
      from('UNKNOWN', dedicated(), bundle(), image('DEDICATED')),
      passes,
    ],
    'fails a dedicated image on shared hardware': [
      from('WINDOWS_11', shared(), bundle(), image('DEDICATED')),
      broken('HIGH'),
    ],
    'fails it without an operating system': [from(undefined, shared(), bundle(), image('DEDICATED')), broken('HIGH')],
    'leaves out bundles of Amazon': [from('WINDOWS_10', shared(), bundle({ Owner: 'AMAZON' })), notApplicable],
    'leaves out images for any hardware': [from('WINDOWS_10', shared(), bundle(), image('DEFAULT')), notApplicable],
    'leaves out Windows Server in a dedicated directory': [
      from('WINDOWS_SERVER_2022', dedicated(), bundle({ Owner: 'AMAZON' })),
      notApplicable,
    ],
    'leaves out Windows Server of an image that is gone': [
      from('WINDOWS_SERVER_2019', shared(), bundle()),
      notApplicable,
    ],
    'leaves out Linux of a bundle that is gone': [from('AMAZON_LINUX_2', shared()), notApplicable],
    'leaves out what is terminating': [
      {
        lines: [
          shared(),
          desktop(ws, 'WINDOWS_11', 'POWER', 'AUTO_STOP', { BundleId: 'wsb-1', State: 'TERMINATING' }),
          bundle(),
          image('DEDICATED'),
        ],
      },
      notApplicable,
    ],
    'cannot tell of Windows 10 from a bundle that is gone': [from('WINDOWS_10', shared()), unknown],
    'cannot tell of Windows 7 either': [from('WINDOWS_7', shared()), unknown],
    'cannot tell of Windows 11 from an image that is gone': [from('WINDOWS_11', shared(), bundle()), unknown],
    'cannot tell of a new Windows from an image that is gone': [from('WINDOWS_12', shared(), bundle()), unknown],
    'cannot tell of an unknown system from a bundle that is gone': [from('UNKNOWN', shared()), unknown],
    'cannot tell without the tenancy of the image': [from('WINDOWS_11', shared(), bundle(), image()), unknown],
    'cannot tell from one that nobody knows': [from('WINDOWS_11', shared(), bundle(), image('HOST')), unknown],
    'cannot tell without a bundle': [{ lines: [shared(), desktop(ws, 'WINDOWS_11')] }, unknown],
    'cannot tell without the image of the bundle': [
      from('WINDOWS_11', shared(), bundle({ ImageId: undefined })),
      unknown,
    ],
    'cannot tell without the tenancy of the directory': [
      from('WINDOWS_11', shared({ Tenancy: undefined }), bundle(), image('DEDICATED')),
      unknown,
    ],
    'names bundles that were denied': [
      { ...from('WINDOWS_11', shared()), coverage: { [bundles]: 'denied' } },
      lacks(bundles),
    ],
    'names images that were denied': [
      { ...from('WINDOWS_11', shared(), bundle()), coverage: { [images]: 'denied' } },
      lacks(images),
    ],
    'does without them for Windows Server': [
      { ...from('WINDOWS_SERVER_2022', shared(), bundle()), coverage: { [images]: 'denied' } },
      notApplicable,
    ],
    'names directories that were denied': [
      {
        lines: from('WINDOWS_11', shared(), bundle(), image('DEDICATED')).lines.slice(1),
        coverage: { [directories]: 'denied' },
      },
      lacks(directories),
    ],
    'says of the account that WorkSpaces were denied': deniedWorkspaces,
  });

  it('tells what the image needs', async () => {
    expect(await onlyResult(rule, from('WINDOWS_11', shared(), bundle(), image('DEDICATED')))).toMatchObject({
      reason: 'The image of the WorkSpace needs dedicated hardware, and its directory is SHARED.',
      evidence: { directoryId: dir, operatingSystem: 'WINDOWS_11', 'image.requiredTenancy': 'DEDICATED' },
      controls: ['CM-10', 'SC-2'],
    });
  });
});

describe('byol-supported-windows-version', () => {
  const rule = 'byol-supported-windows-version';
  const running = (system?: string, directory = dedicated()): Case => ({ lines: [directory, desktop(ws, system)] });

  itJudges(rule, {
    'passes Windows 11': [running('WINDOWS_11'), passes],
    'passes Windows 10': [running('WINDOWS_10'), passes],
    'fails Windows 7': [running('WINDOWS_7'), broken('HIGH')],
    'leaves out Windows Server': [running('WINDOWS_SERVER_2016'), notApplicable],
    'leaves out Linux': [running('ROCKY_8'), notApplicable],
    'leaves out shared hardware': [running('WINDOWS_7', shared()), notApplicable],
    'leaves it out without an operating system': [running(undefined, shared()), notApplicable],
    'leaves out what is terminated': [
      { lines: [dedicated(), desktop(ws, 'WINDOWS_7', 'POWER', 'AUTO_STOP', { State: 'TERMINATED' })] },
      notApplicable,
    ],
    'cannot tell from an unknown one': [running('UNKNOWN'), unknown],
    'cannot tell without one': [running(), unknown],
    'cannot tell from a Windows that nobody knows': [running('WINDOWS_12'), unknown],
    'cannot tell without a tenancy': [running('WINDOWS_7', shared({ Tenancy: undefined })), unknown],
    'names directories that were denied': [
      { lines: [desktop(ws, 'WINDOWS_7')], coverage: { [directories]: 'denied' } },
      lacks(directories),
    ],
    'says of the account that WorkSpaces were denied': deniedWorkspaces,
  });

  it('leaves the build to people', async () => {
    expect(await onlyResult(rule, running('WINDOWS_10'))).toMatchObject({
      reason: 'The WorkSpace runs WINDOWS_10.',
      evidence: { notes: [expect.stringContaining('22H2')] },
    });
    expect(await onlyResult(rule, running('WINDOWS_7'))).toMatchObject({
      reason: 'The WorkSpace runs WINDOWS_7, which is no longer supported.',
      controls: ['SI-2', 'SA-22', 'CM-10'],
    });
  });
});
