import { describe, expect, it } from 'vitest';
import { account, directories, directory, workspace, workspaces } from './fleet-builders.ts';
import { type Case, judge, type Line, type Scene, verdicts } from './harness.ts';
import { fallback, saml } from './identity-builders.ts';

/** Two Regions, one connection string; directory ids are told apart by their Region. */
const east = 'us-east-1';
const west = 'us-west-2';
const ireland = 'eu-west-1';
const partner = '444455556666';
const dir = 'd-90670000a1';
const westDir = 'd-92670000b2';
const aliases = 'workspaces:DescribeConnectionAliases';

const owned = 'ASSOCIATED_WITH_OWNER_ACCOUNT';
const shared = 'ASSOCIATED_WITH_SHARED_ACCOUNT';

const associatedWith = (ResourceId: string, members: object = {}) => ({
  Associations: [
    { AssociationStatus: owned, AssociatedAccountId: account, ResourceId, ConnectionIdentifier: 'ABC', ...members },
  ],
});
const notAssociated = { Associations: [{ AssociationStatus: 'NOT_ASSOCIATED' }] };

const alias = (AliasId: string, members: object = {}): Line => ({
  type: 'ConnectionAlias',
  resource: { AliasId, ConnectionString: 'desktop.example.com', State: 'CREATED', OwnerAccountId: account, ...members },
});
const user = (id: string, UserName: string | undefined, members: object = {}): Line =>
  workspace(id, { UserName, ...members });

const eastAlias = alias('wsca-east', associatedWith(dir));
const westAlias = alias('wsca-west', associatedWith(westDir));
const inWest = (...lines: readonly Line[]): Scene => ({ region: west, lines });
const inWestDirectory = { DirectoryId: westDir };

/** The same estate with the other snapshots in every order. */
async function inEachOrder(ruleId: string, scene: Case) {
  const forth = await judge(ruleId, scene);
  const back = await judge(ruleId, { ...scene, others: (scene.others ?? []).toReversed() });
  expect(back).toEqual(forth);
  return forth;
}
const outcome = async (ruleId: string, scene: Case) => verdicts(await inEachOrder(ruleId, scene));

/** Every Region in which WorkSpaces can be, but for some. */
const otherRegions = (...but: readonly string[]): Scene[] =>
  [
    ...[
      'us-west-2',
      'ap-south-1',
      'ap-northeast-2',
      'ap-southeast-1',
      'ap-southeast-2',
      'ap-northeast-1',
      'ca-central-1',
    ],
    ...['eu-central-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'sa-east-1', 'af-south-1', 'il-central-1'],
  ]
    .filter((region) => !but.includes(region))
    .map((region) => ({ region, lines: [] }));

describe('cross-region-alias-has-failover', () => {
  const rule = 'cross-region-alias-has-failover';
  const good = { 'wsca-east': 'COMPLIANT' };
  const bad = { 'wsca-east': 'NON_COMPLIANT LOW' };
  const unknown = { 'wsca-east': 'INSUFFICIENT_DATA' };
  const judgeAlias = (members: object, ...others: readonly Scene[]) =>
    outcome(rule, { lines: [alias('wsca-east', members)], others });

  it('accepts a string that leads to directories in two Regions', async () => {
    expect(await judgeAlias(associatedWith(dir), inWest(westAlias))).toEqual(good);
  });

  it('tells the Regions', async () => {
    const [result] = await inEachOrder(rule, {
      lines: [eastAlias],
      others: [inWest(westAlias), { region: ireland, lines: [] }],
    });
    expect(result).toMatchObject({
      subject: { type: 'connectionAlias', id: 'wsca-east', region: east, accountId: account },
      reason: 'desktop.example.com leads to directories in us-east-1, us-west-2.',
      evidence: {
        connectionString: 'desktop.example.com',
        'redirection.regionCount': 2,
        'redirection.regions': [east, west],
        state: 'CREATED',
      },
    });
  });

  it('reports one that leads to a single Region of those that were audited', async () => {
    expect(await judgeAlias(associatedWith(dir), inWest())).toEqual(bad);
    expect(await judgeAlias(associatedWith(dir), inWest(alias('wsca-west', notAssociated)))).toEqual(bad);
    expect(await judgeAlias(notAssociated, inWest(westAlias))).toEqual(bad);
    expect(await judgeAlias({ Associations: undefined }, inWest())).toEqual(bad);
    const twice = { Associations: [dir, 'd-other'].flatMap((id) => associatedWith(id).Associations) };
    expect(await judgeAlias(twice, inWest())).toEqual(bad);
    const [result] = await judge(rule, { lines: [eastAlias], others: [inWest()] });
    expect(result?.reason).toBe('desktop.example.com leads to a directory in these Regions only: us-east-1.');
  });

  it('merges by connection string, in whatever capitals', async () => {
    const other = { ...associatedWith(westDir), ConnectionString: 'Desktop.Example.COM' };
    expect(await judgeAlias(associatedWith(dir), inWest(alias('wsca-west', other)))).toEqual(good);
    const another = { ...associatedWith(westDir), ConnectionString: 'desktop2.example.com' };
    expect(await judgeAlias(associatedWith(dir), inWest(alias('wsca-west', another)))).toEqual(bad);
  });

  it('wants the alias to be there', async () => {
    expect(await judgeAlias({ ...associatedWith(dir), State: 'DELETING' }, inWest(westAlias))).toEqual(bad);
    expect(await judgeAlias({ ...associatedWith(dir), State: 'CREATING' }, inWest(westAlias))).toEqual(bad);
    expect(await judgeAlias({ ...associatedWith(dir), State: 'PAUSED' }, inWest(westAlias))).toEqual(unknown);
    const leaving = alias('wsca-west', { ...associatedWith(westDir), State: 'DELETING' });
    expect(await judgeAlias(associatedWith(dir), inWest(leaving))).toEqual(bad);
  });

  it('waits for an association on its way, and counts none that leaves', async () => {
    const status = (AssociationStatus?: string) =>
      inWest(alias('wsca-west', associatedWith(westDir, { AssociationStatus })));
    expect(await judgeAlias(associatedWith(dir), status('PENDING_ASSOCIATION'))).toEqual(unknown);
    expect(await judgeAlias(associatedWith(dir), status('PENDING_DISASSOCIATION'))).toEqual(bad);
    expect(await judgeAlias(associatedWith(dir), status('ASSOCIATED_TWICE'))).toEqual(unknown);
    expect(await judgeAlias(associatedWith(dir), status())).toEqual(unknown);
  });

  it('cannot tell from one Region', async () => {
    expect(await judgeAlias(associatedWith(dir))).toEqual(unknown);
    expect(await judgeAlias(notAssociated)).toEqual(unknown);
    const [result] = await judge(rule, { lines: [eastAlias] });
    expect([result?.reason, result?.missing]).toEqual([
      'Cannot be judged: of desktop.example.com, only us-east-1 is part of this audit.',
      [],
    ]);
  });

  it('cannot tell while aliases of another Region were not read', async () => {
    const denied: Scene = { region: west, lines: [], coverage: { [aliases]: 'denied' } };
    expect(await judgeAlias(associatedWith(dir), denied)).toEqual({ 'wsca-east': `INSUFFICIENT_DATA ${aliases}` });
    expect(await judgeAlias(associatedWith(dir), denied, { region: ireland, lines: [] })).toEqual({
      'wsca-east': `INSUFFICIENT_DATA ${aliases}`,
    });
    const inIreland = { region: ireland, lines: [alias('wsca-eu', associatedWith('d-9a'))] };
    expect(await judgeAlias(associatedWith(dir), denied, inIreland)).toEqual(good);
    const only: Scene = { region: west, lines: [], scope: { directories: ['d-x'] } };
    expect(await judgeAlias(associatedWith(dir), only)).toEqual(unknown);
  });

  it('judges what could be seen of aliases that were read in part', async () => {
    expect(
      await outcome(rule, { lines: [eastAlias], coverage: { [aliases]: 'partial' }, others: [inWest(westAlias)] }),
    ).toEqual(good);
    // What else this Region may have is not this string: it leads to one alias in a Region.
    expect(await outcome(rule, { lines: [eastAlias], coverage: { [aliases]: 'partial' }, others: [inWest()] })).toEqual(
      bad,
    );
    expect(await outcome(rule, { lines: [], coverage: { [aliases]: 'denied' } })).toEqual({
      [account]: `INSUFFICIENT_DATA ${aliases}`,
    });
    expect(await outcome(rule, { lines: [] })).toEqual({});
  });

  it('asks the account that owns the alias, not another one', async () => {
    const elsewhere: Scene = { accountId: partner, region: west, lines: [] };
    expect(await judgeAlias(associatedWith(dir), elsewhere)).toEqual(unknown);
    const seenByPartner = alias(
      'wsca-west',
      associatedWith(westDir, { AssociationStatus: shared, AssociatedAccountId: partner }),
    );
    expect(await judgeAlias(associatedWith(dir), { ...elsewhere, lines: [seenByPartner] })).toEqual(good);
    expect(await judgeAlias(associatedWith(dir), inWest(seenByPartner), elsewhere)).toEqual(good);
    const notUsed = alias('wsca-west', notAssociated);
    expect(await judgeAlias(associatedWith(dir), { ...elsewhere, lines: [notUsed] })).toEqual(bad);
  });

  it('an alias that another account shares here is judged here too', async () => {
    const lines = [
      alias('wsca-east', { ...associatedWith(dir, { AssociationStatus: shared }), OwnerAccountId: partner }),
    ];
    const ofPartner: Scene = {
      accountId: partner,
      region: west,
      lines: [alias('wsca-west', { ...notAssociated, OwnerAccountId: partner })],
    };
    expect(await outcome(rule, { lines, others: [ofPartner] })).toEqual(bad);
    expect(await outcome(rule, { lines, others: [inWest()] })).toEqual(unknown);
  });

  it('does not cross partitions', async () => {
    const gov: Scene = { region: 'us-gov-west-1', lines: [alias('wsca-gov', associatedWith('d-gov'))] };
    expect(await judgeAlias(associatedWith(dir), gov)).toEqual(unknown);
  });

  it('takes an alias without an owner for its own account, and one without a string for anything', async () => {
    expect(await judgeAlias({ ...associatedWith(dir), OwnerAccountId: undefined }, inWest())).toEqual(bad);
    expect(await judgeAlias({ ...associatedWith(dir), ConnectionString: undefined }, inWest(westAlias))).toEqual(
      unknown,
    );
    expect(await judgeAlias(associatedWith(dir), inWest(alias('wsca-west', { ConnectionString: undefined })))).toEqual(
      unknown,
    );
  });
});

describe('cross-region-same-usernames', () => {
  const rule = 'cross-region-same-usernames';
  const here = [directory(), eastAlias];
  const there = (...lines: readonly Line[]) => inWest(directory(inWestDirectory), westAlias, ...lines);
  const theirs = (id: string, name: string | undefined, members: object = {}) =>
    user(id, name, { ...inWestDirectory, ...members });
  const ann = user('ws-1', 'ann');
  const judgeUsers = async (lines: readonly Line[], ...others: readonly Scene[]) =>
    (await outcome(rule, { lines: [...here, ...lines], others }))[dir];

  it('accepts the same users, in whatever capitals', async () => {
    expect(await judgeUsers([ann, user('ws-2', 'bob')], there(theirs('ws-8', 'bob'), theirs('ws-9', 'ANN')))).toBe(
      'COMPLIANT',
    );
    expect(await judgeUsers([ann], there())).toBe('COMPLIANT');
  });

  it('reports users who would find no desktop here', async () => {
    const others = [there(theirs('ws-8', 'Bob'), theirs('ws-9', 'ann'), theirs('ws-7', 'cleo'))];
    const [result] = await inEachOrder(rule, { lines: [...here, ann], others });
    expect(result).toMatchObject({
      status: 'NON_COMPLIANT',
      severity: 'MEDIUM',
      subject: { id: dir, region: east },
      reason: '2 users of us-west-2 111122223333 d-92670000b2 have no WorkSpace here: bob, cleo.',
      evidence: {
        'aliases.connectionStrings': ['desktop.example.com'],
        'aliases.otherDirectories': ['us-west-2 111122223333 d-92670000b2'],
        'aliases.usersOnlyElsewhere': ['bob', 'cleo'],
        'aliases.usersOnlyElsewhereCount': 2,
        state: 'REGISTERED',
      },
    });
  });

  it('is about this directory: who is missing in the other one is told there', async () => {
    expect(await judgeUsers([ann, user('ws-2', 'bob')], there(theirs('ws-9', 'ann')))).toBe('COMPLIANT');
    const west = await judge(rule, {
      ...there(theirs('ws-9', 'ann')),
      others: [{ region: east, lines: [...here, ann, user('ws-2', 'bob')] }],
    });
    expect(verdicts(west)).toEqual({ [westDir]: 'NON_COMPLIANT MEDIUM' });
  });

  it('counts live WorkSpaces, standby ones among them, and only those of users', async () => {
    expect(await judgeUsers([ann], there(theirs('ws-9', 'bob', { State: 'TERMINATED' })))).toBe('COMPLIANT');
    expect(await judgeUsers([user('ws-1', 'ann', { State: 'TERMINATING' })], there(theirs('ws-9', 'ann')))).toBe(
      'NON_COMPLIANT MEDIUM',
    );
    const standby = { RelatedWorkspaces: [{ WorkspaceId: 'ws-1', Region: east, Type: 'PRIMARY' }] };
    expect(await judgeUsers([ann], there(theirs('ws-9', 'ann', standby)))).toBe('COMPLIANT');
    expect(await judgeUsers([ann], there(theirs('ws-9', 'bob', standby)))).toBe('NON_COMPLIANT MEDIUM');
    expect(await judgeUsers([ann], there(theirs('ws-9', '[UNDEFINED]')))).toBe('COMPLIANT');
  });

  it('adds up the directories of three Regions', async () => {
    const inIreland = {
      region: ireland,
      lines: [alias('wsca-eu', associatedWith('d-9a')), user('ws-5', 'dan', { DirectoryId: 'd-9a' })],
    };
    expect(await judgeUsers([ann], there(theirs('ws-9', 'ann')), inIreland)).toBe('NON_COMPLIANT MEDIUM');
    expect(await judgeUsers([ann, user('ws-4', 'dan')], there(theirs('ws-9', 'ann')), inIreland)).toBe('COMPLIANT');
  });

  it('tells directories apart by Region and account where ids repeat', async () => {
    const sameId = alias('wsca-west', associatedWith(dir));
    const inSame = inWest(directory(), sameId, user('ws-9', 'bob'));
    expect(await judgeUsers([ann], inSame)).toBe('NON_COMPLIANT MEDIUM');
    // An alias of another Region that leads to a directory of the same id does not lead here.
    expect(await outcome(rule, { lines: [directory()], others: [inSame] })).toEqual({ [dir]: 'NOT_APPLICABLE' });
    // Another account has a directory of the same id, which no alias leads to.
    const namesake: Scene = {
      accountId: partner,
      region: west,
      lines: [directory(inWestDirectory), theirs('ws-9', 'zoe')],
    };
    expect(await judgeUsers([ann], there(theirs('ws-8', 'ann')), namesake)).toBe('COMPLIANT');
    // What the owner of an alias sees of this directory counts, also while this account was not told of the alias.
    const elsewhere: Scene = { accountId: partner, region: east, lines: [eastAlias] };
    expect(await outcome(rule, { lines: [directory()], others: [elsewhere, there(theirs('ws-9', 'bob'))] })).toEqual({
      [dir]: 'NON_COMPLIANT MEDIUM',
    });
    // An alias of this account that leads to another account's directory of the same id does not lead here.
    const ofPartner = alias(
      'wsca-east',
      associatedWith(dir, { AssociatedAccountId: partner, AssociationStatus: shared }),
    );
    expect(await outcome(rule, { lines: [directory(), ofPartner], others: [there(theirs('ws-9', 'bob'))] })).toEqual({
      [dir]: 'NOT_APPLICABLE',
    });
  });

  it('follows an alias into the account that it is shared with', async () => {
    const sharedAlias = alias(
      'wsca-west',
      associatedWith(westDir, { AssociationStatus: shared, AssociatedAccountId: partner }),
    );
    const ofPartner: Scene = {
      accountId: partner,
      region: west,
      lines: [directory(inWestDirectory), theirs('ws-9', 'bob')],
    };
    expect(await judgeUsers([ann], inWest(sharedAlias), ofPartner)).toBe('NON_COMPLIANT MEDIUM');
    expect(await judgeUsers([user('ws-1', 'bob')], inWest(sharedAlias), ofPartner)).toBe('COMPLIANT');
    expect(await judgeUsers([ann], inWest(sharedAlias))).toBe('INSUFFICIENT_DATA');
  });

  it('finds the account of an association that does not name it', async () => {
    const nameless = alias(
      'wsca-west',
      associatedWith(westDir, { AssociationStatus: shared, AssociatedAccountId: undefined }),
    );
    const ofPartner: Scene = {
      accountId: partner,
      region: west,
      lines: [directory(inWestDirectory), theirs('ws-9', 'bob')],
    };
    expect(await judgeUsers([ann], inWest(nameless), ofPartner)).toBe('NON_COMPLIANT MEDIUM');
  });

  it('does not apply without an alias, nor where every Region was audited and there is no other directory', async () => {
    expect(await outcome(rule, { lines: [directory()], others: [there()] })).toEqual({ [dir]: 'NOT_APPLICABLE' });
    expect(await outcome(rule, { lines: [directory(), alias('wsca-east', notAssociated)] })).toEqual({
      [dir]: 'NOT_APPLICABLE',
    });
    // An association on its way leaves open what becomes of its own directory, and of no other.
    const onItsWay = (ResourceId: string | undefined) => ({
      lines: [
        directory(),
        alias('wsca-east', associatedWith(dir, { ResourceId, AssociationStatus: 'PENDING_ASSOCIATION' })),
      ],
    });
    expect(await outcome(rule, onItsWay('d-other'))).toEqual({ [dir]: 'NOT_APPLICABLE' });
    expect(await outcome(rule, onItsWay(dir))).toEqual({ [dir]: 'INSUFFICIENT_DATA' });
    expect(await outcome(rule, onItsWay(undefined))).toEqual({ [dir]: 'INSUFFICIENT_DATA' });
    expect(await judgeUsers([ann], ...otherRegions())).toBe('NOT_APPLICABLE');
    expect(await judgeUsers([ann], ...otherRegions(ireland))).toBe('INSUFFICIENT_DATA');
    expect(
      await outcome(rule, { lines: [directory({ State: 'DEREGISTERED' }), eastAlias], others: [there()] }),
    ).toEqual({
      [dir]: 'NOT_APPLICABLE',
    });
  });

  it('does not apply in GovCloud where both its Regions were audited', async () => {
    const gov = 'us-gov-west-1';
    const lines = [directory(), eastAlias];
    expect(await outcome(rule, { region: gov, lines, others: [{ region: 'us-gov-east-1', lines: [] }] })).toEqual({
      [dir]: 'NOT_APPLICABLE',
    });
    expect(await outcome(rule, { region: gov, lines, others: [there(theirs('ws-9', 'bob'))] })).toEqual({
      [dir]: 'INSUFFICIENT_DATA',
    });
  });

  it('cannot tell from one Region', async () => {
    const [result] = await judge(rule, { lines: [...here, ann] });
    expect([result?.status, result?.missing, result?.reason]).toEqual([
      'INSUFFICIENT_DATA',
      [],
      'Cannot be judged: of desktop.example.com, 14 other Regions are not part of this audit.',
    ]);
  });

  it('says what was not read, and where', async () => {
    const unread = (operation: string, status: 'denied' | 'partial', ...lines: readonly Line[]): Scene => ({
      ...there(...lines),
      coverage: { [operation]: status },
    });
    expect(await judgeUsers([ann], unread(workspaces, 'denied'))).toBe(`INSUFFICIENT_DATA ${workspaces}`);
    expect(await judgeUsers([ann], unread(workspaces, 'partial', theirs('ws-9', 'bob')))).toBe('NON_COMPLIANT MEDIUM');
    expect(await judgeUsers([ann], unread(workspaces, 'partial', theirs('ws-9', 'ann')))).toBe(
      `INSUFFICIENT_DATA ${workspaces}`,
    );
    expect(await judgeUsers([ann], { ...there(), scope: { directories: ['d-x'] } })).toBe('INSUFFICIENT_DATA');
    const [result] = await judge(rule, { lines: [...here, ann], others: [unread(workspaces, 'denied')] });
    expect(result?.reason).toBe(
      'Cannot be judged: in us-west-2 of 111122223333, workspaces:DescribeWorkspaces was denied (AccessDeniedException).',
    );
  });

  it('does not call a user missing whose WorkSpace may not have been read here', async () => {
    const others = [there(theirs('ws-9', 'bob'))];
    const lines = [...here, ann];
    expect(await outcome(rule, { lines, others, coverage: { [workspaces]: 'partial' } })).toEqual({
      [dir]: `INSUFFICIENT_DATA ${workspaces}`,
    });
    expect(await judgeUsers([ann, user('ws-2', undefined)], ...others)).toBe('INSUFFICIENT_DATA');
    expect(
      await outcome(rule, { lines: [...lines, user('ws-2', 'bob')], others, coverage: { [workspaces]: 'partial' } }),
    ).toEqual({
      [dir]: 'COMPLIANT',
    });
    expect(await outcome(rule, { lines: [directory()], coverage: { [aliases]: 'denied' } })).toEqual({
      [dir]: `INSUFFICIENT_DATA ${aliases}`,
    });
    expect(await outcome(rule, { lines: [], coverage: { [directories]: 'denied' } })).toEqual({
      [account]: `INSUFFICIENT_DATA ${directories}`,
    });
  });
});

describe('cross-region-saml-both-directories', () => {
  const rule = 'cross-region-saml-both-directories';
  const judgeSaml = async (own: object, their: object | null, rest: Partial<Scene> = {}) => {
    const others =
      their === null ? [] : [{ ...inWest(directory({ ...inWestDirectory, ...their }), westAlias), ...rest }];
    return (await outcome(rule, { lines: [directory(own), eastAlias], others }))[dir];
  };

  it('accepts directories that both use SAML, in either way', async () => {
    expect(await judgeSaml(saml('ENABLED'), saml('ENABLED'))).toBe('COMPLIANT');
    expect(await judgeSaml(saml(fallback), saml('ENABLED'))).toBe('COMPLIANT');
  });

  it('reports the one without, on itself', async () => {
    expect(await judgeSaml(saml('DISABLED'), saml('ENABLED'))).toBe('NON_COMPLIANT MEDIUM');
    expect(await judgeSaml({}, saml(fallback))).toBe('NON_COMPLIANT MEDIUM');
    expect(await judgeSaml(saml('ENABLED'), saml('DISABLED'))).toBe('COMPLIANT');
    const lines = [directory(saml('DISABLED')), eastAlias];
    const others = [inWest(directory({ ...inWestDirectory, ...saml('ENABLED') }), westAlias)];
    const [result] = await inEachOrder(rule, { lines, others });
    expect(result).toMatchObject({
      reason: 'SAML is DISABLED here, but in use in us-west-2 111122223333 d-92670000b2.',
      evidence: {
        'aliases.connectionStrings': ['desktop.example.com'],
        'aliases.otherDirectories': ['us-west-2 111122223333 d-92670000b2'],
        'aliases.otherDirectoriesWithSaml': ['us-west-2 111122223333 d-92670000b2'],
        'saml.status': 'DISABLED',
        state: 'REGISTERED',
      },
    });
  });

  it('does not apply where none uses SAML, or there is no other directory', async () => {
    expect(await judgeSaml({}, saml('DISABLED'))).toBe('NOT_APPLICABLE');
    expect(await outcome(rule, { lines: [directory(saml('ENABLED'))] })).toEqual({ [dir]: 'NOT_APPLICABLE' });
    expect(await outcome(rule, { lines: [directory(saml('ENABLED')), eastAlias], others: otherRegions() })).toEqual({
      [dir]: 'NOT_APPLICABLE',
    });
  });

  it('one of three is enough to ask it of all', async () => {
    const inIreland = {
      region: ireland,
      lines: [alias('wsca-eu', associatedWith('d-9a')), directory({ DirectoryId: 'd-9a', ...saml('ENABLED') })],
    };
    const lines = [directory(), eastAlias];
    const others = [inWest(directory(inWestDirectory), westAlias), inIreland];
    expect(await outcome(rule, { lines, others })).toEqual({ [dir]: 'NON_COMPLIANT MEDIUM' });
  });

  it('cannot tell from one Region, or without the other directory', async () => {
    expect(await judgeSaml(saml('ENABLED'), null)).toBe('INSUFFICIENT_DATA');
    expect(await judgeSaml(saml('DISABLED'), null)).toBe('INSUFFICIENT_DATA');
    expect(await judgeSaml({}, {}, { lines: [westAlias], coverage: { [directories]: 'denied' } })).toBe(
      `INSUFFICIENT_DATA ${directories}`,
    );
    expect(await judgeSaml({}, saml('PARTLY'))).toBe('INSUFFICIENT_DATA');
    expect(await judgeSaml(saml('PARTLY'), saml('ENABLED'))).toBe('INSUFFICIENT_DATA');
    const [result] = await judge(rule, { lines: [directory(saml('ENABLED')), eastAlias] });
    expect(result?.missing).toEqual([]);
  });
});
