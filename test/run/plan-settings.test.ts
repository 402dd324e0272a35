import { expect, test } from 'vitest';
import { InputError } from '../../lib/model/errors.ts';
import { parseTargetSettings } from '../../lib/run/settings.ts';

const organization = { include: ['ou-ab12-11111111', 'r-ab12'], exclude: ['ou-ab12-22222222', '111122223333'] };

test.each([
  { accounts: 'own', regions: 'all' },
  { accounts: ['111122223333'], regions: ['us-gov-west-1', 'us-gov-east-1'] },
  { accounts: { organization }, regions: 'all' },
  { accounts: { organization: {} }, regions: 'all' },
])('%j can be audited', (settings) => {
  expect(parseTargetSettings(JSON.stringify(settings))).toEqual(settings);
});

const whole = '"own", a list of account ids, or {"organization":{…}}';
test.each<[string, string, string]>([
  ['{"accounts":"all","regions":"all"}', '$.accounts: "all"', whole],
  ['{"regions":"all"}', '$.accounts: nothing', whole],
  ['{"accounts":"own","regions":true}', '$.regions: true', '"all" or a list of Region codes'],
  ['{"accounts":[],"regions":"all"}', '$.accounts: []', 'at least 1 item(s)'],
  ['{"accounts":["12"],"regions":"all"}', '$.accounts[0]: "12"', 'an account id of 12 digits'],
  ['{"accounts":"own","regions":["US East"]}', '$.regions[0]: "US East"', 'a Region code such as us-east-1'],
  [
    '{"accounts":{"organization":{"include":["ou-1"]}},"regions":"all"}',
    '$.accounts.organization.include[0]: "ou-1"',
    'the id of an organizational unit or root: ou-… or r-…',
  ],
  [
    '{"accounts":{"organization":{"exclude":["all"]}},"regions":"all"}',
    '$.accounts.organization.exclude[0]: "all"',
    'the id of an organizational unit (ou-…) or of an account',
  ],
])('%s is refused', (text, found, expected) => {
  const mend = 'Correct it in the settings of the deployment and deploy again.';
  expect(() => parseTargetSettings(text)).toThrow(`the target settings: ${found}; expected ${expected}. ${mend}`);
});

test('unknown members are named with the nearest known one, and all problems are told at once', () => {
  const text = '{"accounts":{"organization":{"exclud":[]}},"region":"all","regions":[]}';
  const mend = 'Correct it in the settings of the deployment and deploy again.';
  expect(() => parseTargetSettings(text)).toThrow(
    new InputError('configuration', [
      {
        place: 'the target settings: $.accounts.organization',
        found: 'unknown key(s) "exclud" (did you mean "exclude"?)',
        mend,
      },
      { place: 'the target settings: $.regions', found: '[]', expected: 'at least 1 item(s)', mend },
      { place: 'the target settings: $', found: 'unknown key(s) "region" (did you mean "regions"?)', mend },
    ]),
  );
});

test('what is no JSON is told as that', () => {
  expect(() => parseTargetSettings('own')).toThrow('the target settings: invalid JSON (');
});
