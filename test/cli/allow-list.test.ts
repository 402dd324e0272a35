import { describe, expect, test } from 'vitest';
import { csvCell } from '../../lib/report/allow-list/csv.ts';
import { run } from './run.ts';

const here = import.meta.dirname;

const list = (...flags: readonly string[]) => run(['allow-list', ...flags], here);

describe('wsaudit allow-list', () => {
  const scenarios = [
    { name: 'commercial', flags: ['--region', 'eu-west-1'] },
    { name: 'govcloud', flags: ['--region', 'us-gov-west-1'] },
    { name: 'fips-dcv', flags: ['--region', 'us-east-1', '--fips', '--protocol', 'dcv'] },
    { name: 'gateways-only', flags: ['--region', 'us-east-2', '--protocol', 'dcv'] },
  ];
  test.for(scenarios.flatMap((one) => ['table', 'json', 'csv'].map((format) => ({ ...one, format }))))(
    'prints $name as $format',
    async ({ name, flags, format }) => {
      const { status, stdout, stderr } = await list(...flags, '--format', format);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      await expect(stdout.replaceAll('\r\n', '\n')).toMatchFileSnapshot(`allow-list/${name}.${format}.txt`);
    },
  );

  test('says the same in every format', async () => {
    const flags = ['--region', 'eu-west-3', '--format'];
    const entries: unknown[] = JSON.parse((await list(...flags, 'json')).stdout);
    const csv = (await list(...flags, 'csv')).stdout.split('\r\n');
    const table = (await list(...flags, 'table')).stdout.split('\n');
    expect(csv).toHaveLength(entries.length + 2);
    expect(table.filter((line) => / (TCP|UDP|TCP\/UDP|any) /.test(line))).toHaveLength(entries.length);
  });

  test('is the same on every run, and takes each Region once, in the order of the flags', async () => {
    const flags = ['--region', 'us-west-2', '--region', 'ap-south-1', '--region', 'us-west-2', '--format', 'csv'];
    const first = await list(...flags);
    expect(await list(...flags)).toEqual(first);
    const regions = first.stdout.split('\r\n').map((line) => line.split(',')[0]);
    expect(regions.filter((region, index) => region !== regions[index - 1])).toEqual([
      'region',
      'us-west-2',
      'ap-south-1',
      '',
    ]);
  });

  test('leaves out what only the other protocol needs', async () => {
    const protocolsOf = async (protocol: string) => {
      const { stdout } = await list('--region', 'eu-west-1', '--protocol', protocol, '--format', 'json');
      const entries: { readonly protocol: string | null }[] = JSON.parse(stdout);
      return [...new Set(entries.map((entry) => entry.protocol))];
    };
    expect(await protocolsOf('dcv')).toEqual([null, 'dcv']);
    expect(await protocolsOf('PCoIP')).toEqual([null, 'pcoip']);
  });

  test('puts FIPS endpoints in the place of ordinary ones', async () => {
    const destinations = async (...flags: readonly string[]) => {
      const { stdout } = await list('--region', 'us-gov-east-1', '--format', 'json', ...flags);
      const entries: { readonly destination: string | null }[] = JSON.parse(stdout);
      return new Set(entries.map(({ destination }) => destination));
    };
    const both = await destinations();
    const fips = await destinations('--fips');
    expect(fips.difference(both)).toEqual(new Set());
    expect([...both.difference(fips)]).toEqual([
      'workspaces.euc-sso.us-gov-east-1.amazonaws-us-gov.com',
      ...['ws-broker-service', 'workspaces', 'skylight-cm'].flatMap((host) => [
        ...[`${host}.us-gov-east-1.amazonaws.com`, `${host}.us-gov-east-1.api.aws`],
      ]),
      'euc-sso-sm.us-gov-east-1.amazonaws.com',
      '*.prod.us-gov-east-1.highlander.aws.a2z.com',
    ]);
  });

  test('ends every line of CSV as RFC 4180 wants it', async () => {
    const { stdout } = await list('--region', 'eu-west-1', '--format', 'csv');
    expect(stdout).toMatch(/^(?:[^\r\n]*\r\n)+$/);
  });

  test.each([
    ['=HYPERLINK("https://example.com")', `"'=HYPERLINK(""https://example.com"")"`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\r=1', `"'\r=1"`],
    ['*.example.com', '*.example.com'],
    ['80, 443', '"80, 443"'],
    ['say "no"', '"say ""no"""'],
  ])('writes %j as a cell that no spreadsheet runs', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });
});

describe('wsaudit allow-list refuses', () => {
  const refused = (stderr: string) => ({ status: 2, stdout: '', stderr });

  test('to guess the Region', async () => {
    expect(await list()).toEqual(
      refused(
        'wsaudit: --region: no Region is named. Name the Region of the WorkSpaces, such as --region us-east-1.\n',
      ),
    );
  });

  test('a Region that it does not know, with the nearest', async () => {
    const known = [
      ...['us-east-1', 'us-east-2', 'us-west-2', 'ap-south-1', 'ap-northeast-2', 'ap-southeast-1', 'ap-southeast-2'],
      ...['ap-northeast-1', 'ca-central-1', 'eu-central-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'sa-east-1'],
      ...['af-south-1', 'il-central-1', 'us-gov-west-1', 'us-gov-east-1'],
    ].join(', ');
    const expected = `expected a Region of WorkSpaces. Known: ${known}.`;
    expect(await list('--region', 'eu-wets-1', '--region', 'mars')).toEqual(
      refused(
        `wsaudit: --region: "eu-wets-1" (did you mean "eu-west-1"?); ${expected}\nwsaudit: --region: "mars"; ${expected}\n`,
      ),
    );
  });

  test('--fips where there are no FIPS endpoints', async () => {
    expect(await list('--region', 'eu-west-1', '--fips')).toEqual(
      refused(
        'wsaudit: --region: WorkSpaces has no FIPS endpoints in eu-west-1. ' +
          'Leave out --fips, or name one of us-east-1, us-west-2, us-gov-west-1, us-gov-east-1.\n',
      ),
    );
  });

  test('a protocol and a format that it does not know', async () => {
    expect((await list('--region', 'eu-west-1', '--protocol', 'wsp')).status).toBe(2);
    expect((await list('--region', 'eu-west-1', '--format', 'sarif')).stderr).toContain('Known: table, json, csv');
  });
});
