import { describe, expect, it } from 'vitest';
import { callers, event, refused, trail, unasked, withEvents } from './events-builders.ts';
import { account, directories, directory, fips, tls } from './fleet-builders.ts';
import { type Case, judge, type Line, verdicts } from './harness.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const only = (status: string) => ({ [account]: status });
const directoryId = 'd-90670000a1';

describe('fips-region-meets-target-level', () => {
  const rule = 'fips-region-meets-target-level';
  const claim = (targetLevel: string | null, region = 'us-east-1'): Case => ({
    lines: [],
    region,
    parameters: { targetLevel },
  });
  itJudges(rule, {
    'leaves out an account for which nothing is claimed': [claim(null), only('NOT_APPLICABLE')],
    'passes FedRAMP Moderate in a commercial US Region': [claim('fedramp-moderate'), only('COMPLIANT')],
    'passes Impact Level 2 there': [claim('dod-il2'), only('COMPLIANT')],
    'fails FedRAMP High there': [claim('fedramp-high'), only('NON_COMPLIANT MEDIUM')],
    'fails Impact Level 4 there': [claim('dod-il4'), only('NON_COMPLIANT MEDIUM')],
    'passes Impact Level 5 in GovCloud': [claim('dod-il5', 'us-gov-west-1'), only('COMPLIANT')],
    'passes FedRAMP High in GovCloud': [claim('fedramp-high', 'us-gov-east-1'), only('COMPLIANT')],
    'fails any claim outside the United States': [claim('fedramp-moderate', 'eu-west-1'), only('NON_COMPLIANT MEDIUM')],
  });
  it('says what is claimed and what the Region can meet', async () => {
    expect((await onlyResult(rule, claim('dod-il5')))?.reason).toBe(
      'The organization claims dod-il5, and us-east-1 can meet: dod-il2, fedramp-moderate.',
    );
  });
});

describe('fips-client-minimum-versions', () => {
  const rule = 'fips-client-minimum-versions';
  const access = (...allowed: readonly string[]) => ({
    WorkspaceAccessProperties: Object.fromEntries(
      ['Windows', 'Osx', 'Linux', 'Web', 'Ios', 'Android', 'ChromeOs', 'ZeroClient', 'WorkSpacesThinClient'].map(
        (type) => [`DeviceType${type}`, allowed.includes(type) ? 'ALLOW' : 'DENY'],
      ),
    ),
  });
  const judged = (clientInventory: readonly object[], members: object = access('Osx'), mode: object = fips): Case => ({
    lines: [directory({ ...mode, ...members })],
    parameters: { clientInventory: clientInventory.map((entry) => ({ ...entry })) },
  });
  const mac = (clientVersion: string, protocol?: string) => ({
    platform: 'macOS',
    clientVersion,
    ...(protocol === undefined ? {} : { protocol }),
  });
  const says = (status: string) => ({ [directoryId]: status });
  itJudges(rule, {
    'passes a version at the floor': [judged([mac('5.21.0', 'WSP')]), says('INSUFFICIENT_DATA')],
    'passes the floors of both protocols': [judged([mac('5.21.0', 'WSP'), mac('2.4.3', 'PCOIP')]), says('COMPLIANT')],
    'fails a version below that of its protocol': [judged([mac('5.20.9', 'WSP')]), says('NON_COMPLIANT INFORMATIONAL')],
    'compares numbers, not texts': [judged([mac('5.9.0', 'DCV')]), says('NON_COMPLIANT INFORMATIONAL')],
    'takes a version without a protocol for both': [judged([mac('5.21.0')]), says('COMPLIANT')],
    'fails it by the higher floor': [judged([mac('3.0.0')]), says('NON_COMPLIANT INFORMATIONAL')],
    'takes a shorter version as one with zeros': [judged([mac('5.21')]), says('COMPLIANT')],
    'does not ask for the protocol of other clients': [
      judged([{ platform: 'Windows', protocol: 'WSP', clientVersion: '2.4.2' }], access('Windows')),
      says('NON_COMPLIANT INFORMATIONAL'),
    ],
    'cannot tell without an inventory': [judged([]), says('INSUFFICIENT_DATA')],
    'does not care for clients that may not connect': [judged([mac('1.0.0')], access('Web')), says('COMPLIANT')],
    'asks nothing of Web Access': [judged([], access('Web')), says('COMPLIANT')],
    'cannot tell who may connect': [judged([mac('5.21.0')], {}), says('INSUFFICIENT_DATA')],
    'leaves out a directory in standard mode': [judged([mac('1.0.0')], access('Osx'), tls), says('NOT_APPLICABLE')],
    'cannot tell without a mode': [judged([mac('5.21.0')], access('Osx'), {}), says('INSUFFICIENT_DATA')],
    'leaves out one that is on its way out': [
      judged([], { ...access('Osx'), State: 'DEREGISTERING' }),
      says('NOT_APPLICABLE'),
    ],
  });
  it('lists what to look for on the devices', async () => {
    expect((await onlyResult(rule, judged([], access('Osx', 'Windows', 'Android'))))?.reason).toBe(
      'Cannot be judged: the parameter clientInventory tells no versions of clients that may connect: at least Windows 2.4.3, macOS 2.4.3 (PCoIP), macOS 5.21.0 (DCV), Android 2.4.1, Fire Tablet 2.4.1.',
    );
  });
});

describe('fips-api-callers-use-fips-endpoint', () => {
  const rule = 'fips-api-callers-use-fips-endpoint';
  const scene: Case = { lines: [directory()] };
  const call = (clientProvidedHostHeader: string | undefined, body: object = {}): Line =>
    event('DescribeWorkspaces', {
      by: callers.alice,
      body: {
        ...(clientProvidedHostHeader === undefined ? {} : { tlsDetails: { clientProvidedHostHeader } }),
        ...body,
      },
    });
  const [byFips, byOther] = ['workspaces-fips.us-east-1.amazonaws.com', 'workspaces.us-east-1.amazonaws.com'];
  itJudges(rule, {
    'passes calls by the FIPS endpoint': [withEvents(scene, call(byFips)), only('COMPLIANT')],
    'fails a call by the other endpoint': [withEvents(scene, call(byFips), call(byOther)), only('NON_COMPLIANT LOW')],
    'does not care for the console': [
      withEvents(scene, call(byFips), call(byOther, { sessionCredentialFromConsole: 'true' })),
      only('COMPLIANT'),
    ],
    'does not care for other services': [
      withEvents(scene, call(byFips), call('ec2.us-east-1.amazonaws.com')),
      only('COMPLIANT'),
    ],
    'cannot tell without a call that tells its endpoint': [
      withEvents(scene, call(undefined)),
      only('INSUFFICIENT_DATA'),
    ],
    'cannot tell where CloudTrail refuses': [refused(scene), only(`INSUFFICIENT_DATA ${trail}`)],
    'cannot tell where nobody asked CloudTrail': [unasked(scene), only(`INSUFFICIENT_DATA ${trail}`)],
    'cannot tell from calls that only stand among other events': [
      { ...withEvents(scene), lines: [...scene.lines, call(byFips)] },
      only('INSUFFICIENT_DATA'),
    ],
    'leaves out a Region without a FIPS endpoint': [
      withEvents({ ...scene, region: 'us-east-2' }, call(byOther)),
      only('NOT_APPLICABLE'),
    ],
    'leaves out an account of which no directory is claimed': [
      withEvents({ ...scene, parameters: { fedrampScope: ['d-other*'] } }, call(byOther)),
      only('NOT_APPLICABLE'),
    ],
    'cannot tell what is claimed without the directories': [
      withEvents({ lines: [], coverage: { [directories]: 'denied' } }, call(byOther)),
      only(`INSUFFICIENT_DATA ${directories}`),
    ],
  });
  it('names callers once, with the endpoint', async () => {
    const result = await onlyResult(rule, withEvents(scene, call(byFips), call(byOther), call(byOther)));
    expect(result?.evidence).toMatchObject({
      'apiCallers.byFips': [`arn:aws:iam::111122223333:user/alice by ${byFips}`],
      'apiCallers.byOther': [`arn:aws:iam::111122223333:user/alice by ${byOther}`],
    });
  });
  it('gives the account one result', async () => {
    expect(Object.keys(verdicts(await judge(rule, withEvents(scene, call(byFips)))))).toEqual([account]);
  });
});
