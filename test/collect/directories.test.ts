import * as ds from '@aws-sdk/client-directory-service';
import { DescribeClientPropertiesCommand, DescribeWorkspaceDirectoriesCommand } from '@aws-sdk/client-workspaces';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PageJournal } from '../../lib/collect/index.ts';
import { awsError, completeExcept, mockEstate, runCollect } from './estate.ts';

let estate: ReturnType<typeof mockEstate>;
beforeEach(() => {
  estate = mockEstate();
});
afterEach(() => {
  for (const mock of Object.values(estate)) mock.restore();
});

const managed = 'd-906700000a';
const connector = 'd-906700000b';
const simple = 'd-906700000c';

/** Registers directories with WorkSpaces, and tells their types to those that Directory Service knows. */
function register(types: Readonly<Record<string, ds.DirectoryDescription['Type']>>, ...others: object[]): void {
  const Directories = [...Object.keys(types).map((DirectoryId) => ({ DirectoryId })), ...others];
  estate.ws.on(DescribeWorkspaceDirectoriesCommand).resolves({ Directories });
  const DirectoryDescriptions = Object.entries(types).flatMap(([DirectoryId, Type]) =>
    Type === undefined ? [] : [{ DirectoryId, Type }],
  );
  estate.ds.on(ds.DescribeDirectoriesCommand).resolves({ DirectoryDescriptions });
}

const answers = [
  ds.DescribeClientAuthenticationSettingsCommand,
  ds.DescribeDomainControllersCommand,
  ds.DescribeTrustsCommand,
  ds.ListCertificatesCommand,
] as const;

/** The directories that each operation was asked about. */
const asked = () => ({
  clientProperties: estate.ws
    .commandCalls(DescribeClientPropertiesCommand)
    .flatMap(({ args: [{ input }] }) => input.ResourceIds),
  ...Object.fromEntries(
    answers.map((command) => [
      command.name.replace('Command', ''),
      estate.ds.calls().flatMap(({ args: [call] }) => (call instanceof command ? call.input.DirectoryId : [])),
    ]),
  ),
});

const entry = (coverage: readonly { readonly operation: string }[], operation: string) =>
  coverage.find((each) => each.operation === operation);

describe('which directories are asked about', () => {
  it('each for what its type can have, and none that another account shares', async () => {
    register({
      [managed]: 'MicrosoftAD',
      [connector]: 'ADConnector',
      [simple]: 'SimpleAD',
      'd-s': 'SharedMicrosoftAD',
    });
    await runCollect();
    expect(asked()).toEqual({
      clientProperties: [managed, connector, simple, 'd-s'],
      DescribeClientAuthenticationSettings: [managed, connector, simple],
      DescribeDomainControllers: [managed],
      DescribeTrusts: [managed],
      ListCertificates: [managed, connector, simple],
    });
  });

  it('none that WorkSpaces manages, of Pools, on its way out, or unknown to Directory Service', async () => {
    register(
      { [managed]: undefined },
      { DirectoryId: 'wsd-1' },
      { DirectoryId: 'd-pools', WorkspaceType: 'POOLS' },
      { DirectoryId: 'd-leaving', State: 'DEREGISTERING' },
      { DirectoryId: 'd-left', State: 'DEREGISTERED' },
    );
    const { coverage } = await runCollect();
    const none: string[] = [];
    expect(asked()).toEqual({
      clientProperties: [managed],
      DescribeClientAuthenticationSettings: none,
      DescribeDomainControllers: none,
      DescribeTrusts: none,
      ListCertificates: none,
    });
    expect(entry(coverage, 'ds:DescribeTrusts')).toEqual({
      operation: 'ds:DescribeTrusts',
      status: 'complete',
      count: 0,
    });
  });

  it('none that WorkSpaces does not use, nor any out of scope', async () => {
    register({ [managed]: 'MicrosoftAD', [connector]: 'ADConnector' });
    estate.ds.on(ds.DescribeDirectoriesCommand).resolves({
      DirectoryDescriptions: [managed, connector, simple].map((DirectoryId) => ({ DirectoryId, Type: 'MicrosoftAD' })),
    });
    await runCollect({ directories: [connector, simple] });
    expect(asked()).toEqual({
      clientProperties: [connector],
      DescribeClientAuthenticationSettings: [connector],
      DescribeDomainControllers: [connector],
      DescribeTrusts: [connector],
      ListCertificates: [connector],
    });
  });
});

describe('what is kept of a directory', () => {
  it('names the directory where the answer does not', async () => {
    const { lines } = await runCollect();
    expect(lines.filter(({ type }) => /Setting|Certificate|Trust|Controller|Properties/.test(type))).toEqual(
      expect.arrayContaining([
        { type: 'DomainController', resource: { DirectoryId: managed, DomainControllerId: 'dc-1' } },
        { type: 'Trust', resource: { DirectoryId: managed, TrustId: 't-1' } },
        {
          type: 'ClientAuthenticationSetting',
          resource: { DirectoryId: managed, Type: 'SmartCard', Status: 'Disabled' },
        },
        {
          type: 'DirectoryCertificate',
          resource: { DirectoryId: managed, CertificateId: 'c-1', State: 'Registered' },
        },
        {
          type: 'ClientProperties',
          resource: { ResourceId: managed, ClientProperties: { ReconnectEnabled: 'ENABLED' } },
        },
      ]),
    );
  });

  it('nothing, when the service says that its type cannot have it: that is no failure', async () => {
    const unsupported = awsError('UnsupportedOperationException');
    estate.ds.on(ds.DescribeClientAuthenticationSettingsCommand).rejects(unsupported);
    estate.ds.on(ds.DescribeDomainControllersCommand).rejects(unsupported);
    estate.ds.on(ds.DescribeTrustsCommand).rejects(unsupported);
    estate.ds.on(ds.ListCertificatesCommand).rejects(unsupported);
    const { coverage } = await runCollect();
    const empty = ['ClientAuthenticationSettings', 'DomainControllers', 'Trusts', 'Certificate'];
    expect(coverage).toEqual(
      completeExcept(
        ...empty.map((name) => ({ operation: `ds:Describe${name}`, status: 'complete', count: 0 }) as const),
      ),
    );
  });

  it('nothing of one that fails, which is named, while the others are read', async () => {
    register({ [managed]: 'MicrosoftAD', [connector]: 'MicrosoftAD' });
    estate.ds
      .on(ds.DescribeTrustsCommand, { DirectoryId: connector })
      .resolvesOnce({ Trusts: [{ TrustId: 't-2' }], NextToken: 'two' })
      .rejects(awsError('EntityDoesNotExistException'));
    const { coverage, lines } = await runCollect();
    expect(entry(coverage, 'ds:DescribeTrusts')).toEqual({
      operation: 'ds:DescribeTrusts',
      status: 'partial',
      count: 1,
      errorCode: 'EntityDoesNotExistException',
      message: 'EntityDoesNotExistException happened',
      resources: [connector],
    });
    expect(lines.filter(({ type }) => type === 'Trust').map(({ resource }) => resource)).toEqual([
      { DirectoryId: managed, TrustId: 't-1' },
    ]);
  });

  it('nothing of one of which an item came without its id', async () => {
    estate.ds.on(ds.DescribeDomainControllersCommand).resolves({ DomainControllers: [{ Status: 'Active' }] });
    const { coverage } = await runCollect();
    const operation = 'ds:DescribeDomainControllers';
    expect(entry(coverage, operation)).toEqual({
      operation,
      status: 'failed',
      count: 0,
      errorCode: 'MissingId',
      message: `${operation} returned an item without its id; the item was not kept`,
      resources: [managed],
    });
  });

  it('an item that comes on two pages once', async () => {
    estate.ds
      .on(ds.DescribeTrustsCommand)
      .resolvesOnce({ Trusts: [{ TrustId: 't-1', TrustState: 'Verified' }], NextToken: 'two' })
      .resolves({ Trusts: [{ TrustId: 't-1', TrustState: 'Deleting' }, { TrustId: 't-2' }] });
    const { coverage, lines } = await runCollect();
    expect(coverage).toEqual(completeExcept({ operation: 'ds:DescribeTrusts', status: 'complete', count: 2 }));
    expect(lines.filter(({ type }) => type === 'Trust').map(({ resource }) => resource)).toEqual([
      { DirectoryId: managed, TrustId: 't-1', TrustState: 'Verified' },
      { DirectoryId: managed, TrustId: 't-2' },
    ]);
  });
});

describe('certificates, which are listed and then described one by one', () => {
  const [list, describeOne] = ['ds:ListCertificates', 'ds:DescribeCertificate'];

  it('are not complete when they could not be listed, and say so', async () => {
    estate.ds.on(ds.ListCertificatesCommand).rejects(awsError('AccessDeniedException'));
    const { coverage } = await runCollect();
    const failure = { status: 'denied', count: 0, errorCode: 'AccessDeniedException', resources: [managed] } as const;
    expect(coverage).toEqual(
      completeExcept(
        { ...failure, operation: list, message: 'AccessDeniedException happened' },
        { ...failure, operation: describeOne, message: 'ds:ListCertificates: AccessDeniedException happened' },
      ),
    );
  });

  it('are kept all or none of a directory', async () => {
    register({ [managed]: 'MicrosoftAD', [connector]: 'ADConnector' });
    estate.ds
      .on(ds.ListCertificatesCommand, { DirectoryId: managed })
      .resolves({ CertificatesInfo: [{ CertificateId: 'c-1' }, { CertificateId: 'c-2' }] });
    estate.ds
      .on(ds.DescribeCertificateCommand, { DirectoryId: managed, CertificateId: 'c-2' })
      .rejects(awsError('ServiceException'));
    const { coverage, lines } = await runCollect();
    expect([entry(coverage, list), entry(coverage, describeOne)]).toEqual([
      { operation: list, status: 'complete', count: 0 },
      {
        operation: describeOne,
        status: 'partial',
        count: 1,
        errorCode: 'ServiceException',
        message: 'ServiceException happened',
        resources: [managed],
      },
    ]);
    expect(lines.filter(({ type }) => type === 'DirectoryCertificate').map(({ resource }) => resource)).toEqual([
      { DirectoryId: connector, CertificateId: 'c-1', State: 'Registered' },
    ]);
  });

  it('that are gone since they were listed are none', async () => {
    estate.ds.on(ds.DescribeCertificateCommand).rejects(awsError('CertificateDoesNotExistException'));
    const { coverage } = await runCollect();
    expect(coverage).toEqual(completeExcept({ operation: describeOne, status: 'complete', count: 0 }));
  });
});

describe('the secret that is shared with RADIUS servers', () => {
  const RadiusSettings = { RadiusServers: ['10.0.0.9'], SharedSecret: 'of-no-use' };
  const description = {
    DirectoryId: managed,
    Type: 'MicrosoftAD',
    RadiusSettings,
    OwnerDirectoryDescription: { AccountId: '444455556666', RadiusSettings },
  } as const;
  const kept = { RadiusServers: ['10.0.0.9'] };

  it('reaches neither the snapshot nor the journal', async () => {
    estate.ds.on(ds.DescribeDirectoriesCommand).resolves({ DirectoryDescriptions: [description] });
    const recorded: string[] = [];
    const record = async (line: string) => void recorded.push(line);
    const { ask } = new PageJournal({ recorded: [], record, isTimeUp: () => false });
    const { lines } = await runCollect({ ask });
    expect(lines.find(({ type }) => type === 'DirectoryDescription')?.resource).toEqual({
      ...description,
      RadiusSettings: kept,
      OwnerDirectoryDescription: { AccountId: '444455556666', RadiusSettings: kept },
    });
    expect(recorded.filter((line) => /SharedSecret|of-no-use/.test(line))).toEqual([]);
  });
});
