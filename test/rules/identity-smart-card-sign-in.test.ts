import { describe, expect, it } from 'vitest';
import features from '../../rules/reference/regional-features.json' with { type: 'json' };
import regions from '../../rules/reference/regions.json' with { type: 'json' };
import { dir, directories, directory, noDirectories, otherDir } from './fleet-builders.ts';
import { judge } from './harness.ts';
import {
  clientAuthentication,
  custom,
  description,
  descriptions,
  entra,
  managedDir,
  pools,
  sharedDescription,
  signIn,
} from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const connector = description('ADConnector');
const cards = signIn('SmartCard', 'Enabled');
const cardsOrPasswords = signIn('SmartCardOrPassword', 'Enabled');
const passes = { [dir]: 'COMPLIANT' };
const notApplicable = { [dir]: 'NOT_APPLICABLE' };
const unknown = { [dir]: 'INSUFFICIENT_DATA' };
const noSettings = { [dir]: `INSUFFICIENT_DATA ${clientAuthentication}` };
const denied = { coverage: { [clientAuthentication]: 'denied' as const } };

describe('smartcard-directory-and-region', () => {
  const rule = 'smartcard-directory-and-region';
  const medium = { [dir]: 'NON_COMPLIANT MEDIUM' };

  itJudges(rule, {
    'passes an AD Connector': [{ lines: [directory(), connector, cards] }, passes],
    'passes an AD Connector in GovCloud': [
      { region: 'us-gov-east-1', lines: [directory(), connector, cardsOrPasswords] },
      passes,
    ],
    'fails AWS Managed Microsoft AD': [{ lines: [directory(), description('MicrosoftAD'), cards] }, medium],
    'fails a shared AWS Managed Microsoft AD': [{ lines: [directory(), sharedDescription({}), cards] }, medium],
    'fails Simple AD': [{ lines: [directory(), description('SimpleAD'), cardsOrPasswords] }, medium],
    'fails a Region without': [{ region: 'us-east-2', lines: [directory(), connector, cards] }, medium],
    'fails a Region without, whatever Directory Service keeps to itself': [
      { region: 'us-east-2', lines: [directory(), cards], coverage: { [descriptions]: 'denied' } },
      medium,
    ],
    'leaves out smart cards that are off': [
      { lines: [directory(), description('MicrosoftAD'), signIn('SmartCard', 'Disabled')] },
      notApplicable,
    ],
    'leaves out directories without the setting': [{ lines: [directory(), connector] }, notApplicable],
    'leaves out smart cards of another directory': [
      { region: 'us-east-2', lines: [directory(), connector, signIn('SmartCard', 'Enabled', otherDir)] },
      notApplicable,
    ],
    'leaves out Pools': [{ lines: [directory(pools), cards] }, notApplicable],
    'leaves out Entra ID directories, of which nothing is asked': [
      { lines: [directory(entra)], ...denied },
      { [managedDir]: 'NOT_APPLICABLE' },
    ],
    'leaves out custom directories': [{ lines: [directory(custom)], ...denied }, { [managedDir]: 'NOT_APPLICABLE' }],
    'leaves out what is deregistering': [
      { region: 'us-east-2', lines: [directory({ State: 'DEREGISTERING' }), connector, cards] },
      notApplicable,
    ],
    'cannot tell when the settings were denied': [{ lines: [directory(), connector], ...denied }, noSettings],
    'needs no settings of AWS Managed Microsoft AD, which cannot have them': [
      { lines: [directory(), description('MicrosoftAD')], ...denied },
      notApplicable,
    ],
    'cannot tell without the type': [
      { lines: [directory(), cards], coverage: { [descriptions]: 'denied' } },
      { [dir]: `INSUFFICIENT_DATA ${descriptions}` },
    ],
    'cannot tell from an unknown type': [{ lines: [directory(), description('EntraDS'), cards] }, unknown],
    'cannot tell from an unknown status': [
      { lines: [directory(), connector, signIn('SmartCard', 'Enabling')] },
      unknown,
    ],
    'says of the account that directories were denied': [
      { lines: [connector, cards], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('passes the Regions of the table, and no other of all Regions', async () => {
    const passed: string[] = [];
    for (const region of Object.keys(regions.regions)) {
      const [result] = await judge(rule, { region, lines: [directory(), connector, cards] });
      if (result?.status === 'COMPLIANT') passed.push(region);
    }
    expect(passed.toSorted()).toEqual(features.smartCardPreSession.toSorted());
  });

  it('names both mistakes', async () => {
    const lines = [directory(), description('MicrosoftAD'), cards];
    expect(await onlyResult(rule, { region: 'eu-west-2', lines })).toMatchObject({
      packId: 'identity',
      reason:
        'Smart cards are on for a directory of type MicrosoftAD, and only AD Connector takes them; smart cards are on in eu-west-2, which the guide does not list for sign-in before the session.',
      evidence: {
        'clientAuthentication.smartCard': 'Enabled',
        'clientAuthentication.smartCardOrPassword': 'Disabled',
        directoryServiceType: 'MicrosoftAD',
        kind: 'DIRECTORY_SERVICE',
        region: 'eu-west-2',
        state: 'REGISTERED',
      },
      controls: ['IA-2(12)', 'IA-5(2)'],
      missing: [],
    });
  });
});

describe('smartcard-not-combined-with-password', () => {
  const rule = 'smartcard-not-combined-with-password';
  const high = { [dir]: 'NON_COMPLIANT HIGH' };

  itJudges(rule, {
    'passes smart cards alone': [{ lines: [directory(), connector, cards] }, passes],
    'passes passwords that are switched off': [
      { lines: [directory(), connector, cards, signIn('SmartCardOrPassword', 'Disabled')] },
      passes,
    ],
    'passes the own setting beside that of another directory': [
      { lines: [directory(), connector, cards, signIn('SmartCardOrPassword', 'Enabled', otherDir)] },
      passes,
    ],
    'fails smart cards or passwords': [{ lines: [directory(), connector, cardsOrPasswords] }, high],
    'fails both settings': [{ lines: [directory(), connector, cards, cardsOrPasswords] }, high],
    'fails smart cards or passwords beside a setting that nobody knows yet': [
      { lines: [directory(), connector, cardsOrPasswords, signIn('Fingerprint', 'Enabled')] },
      high,
    ],
    'fails what was read before the settings broke off': [
      { lines: [directory(), connector, cardsOrPasswords], coverage: { [clientAuthentication]: 'partial' } },
      high,
    ],
    'cannot tell whether the other setting was read': [
      { lines: [directory(), connector, cards], coverage: { [clientAuthentication]: 'partial' } },
      noSettings,
    ],
    'cannot tell beside a setting that nobody knows yet': [
      { lines: [directory(), connector, cards, signIn('Fingerprint', 'Enabled')] },
      unknown,
    ],
    'cannot tell from a setting that nobody knows yet': [
      { lines: [directory(), connector, signIn('Fingerprint', 'Enabled')] },
      unknown,
    ],
    'leaves out a setting that nobody knows yet, and that is off': [
      { lines: [directory(), connector, signIn('Fingerprint', 'Disabled')] },
      notApplicable,
    ],
    'cannot tell from an unknown status': [
      { lines: [directory(), connector, cards, signIn('SmartCardOrPassword', 'Enabling')] },
      unknown,
    ],
    'leaves out directories without smart cards': [{ lines: [directory(), connector] }, notApplicable],
    'leaves out AWS Managed Microsoft AD, which cannot have them': [
      { lines: [directory(), description('MicrosoftAD')], ...denied },
      notApplicable,
    ],
    'leaves out Pools': [{ lines: [directory(pools), cardsOrPasswords] }, notApplicable],
    'leaves out directories that WorkSpaces manages': [
      { lines: [directory(entra)], ...denied },
      { [managedDir]: 'NOT_APPLICABLE' },
    ],
    'leaves out what is deregistered': [
      { lines: [directory({ State: 'DEREGISTERED' }), connector, cardsOrPasswords] },
      notApplicable,
    ],
    'cannot tell when the settings were denied': [{ lines: [directory(), connector], ...denied }, noSettings],
  });

  it('says what is enabled', async () => {
    expect(await onlyResult(rule, { lines: [directory(), connector, cards, cardsOrPasswords] })).toMatchObject({
      severity: 'HIGH',
      reason: 'Users may sign in with a smart card or a password (enabled: SmartCard, SmartCardOrPassword).',
      evidence: {
        'clientAuthentication.enabledTypes': ['SmartCard', 'SmartCardOrPassword'],
        'clientAuthentication.smartCard': 'Enabled',
        'clientAuthentication.smartCardOrPassword': 'Enabled',
        kind: 'DIRECTORY_SERVICE',
        state: 'REGISTERED',
      },
      controls: ['IA-2(12)', 'IA-2(1)', 'IA-5(2)'],
      missing: [],
    });
  });
});
