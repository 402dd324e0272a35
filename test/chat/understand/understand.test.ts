import { describe, expect, it } from 'vitest';
import {
  commandOf,
  commands,
  type Intent,
  noFilter,
  understand,
  usage,
  type Vocabulary,
} from '../../../lib/chat/index.ts';
import { show } from './show.ts';
import { vocabulary } from './vocabulary.ts';

const nothing: Vocabulary = { rules: [], packs: [], directories: [], places: [] };

/** As many directories as a large estate has, all with the same name. */
const large: Vocabulary = {
  ...vocabulary,
  directories: Array.from({ length: 3_000 }, (_, index) => ({
    id: `d-${(0x9067000000 + index).toString(16)}`,
    name: 'corp.example.com',
    accountId: '111122223333',
    region: 'us-east-1',
  })),
};

describe('the length of a text', () => {
  it('may be a thousand characters', () => {
    expect(show(understand(`status us-east-1${' '.repeat(984)}`, vocabulary))).toEqual(['status regions=us-east-1']);
  });

  it('is refused above', () => {
    expect(show(understand(`status us-east-1${' '.repeat(985)}`, vocabulary))).toEqual([
      'refused: That is too long for a question.',
      '| It has 1,001 characters; up to 1,000 are read.',
      'next: help',
    ]);
  });
});

describe('before the first run', () => {
  it.each([
    ['status', ['status']],
    ['audit', ['question: What should be audited?', `| \`${usage.audit.form}\` – ${usage.audit.does}.`]],
    ['audit us-east-1', ['audit regions=us-east-1']],
    [
      'status us-east-1',
      [
        'refused: No run has seen this yet.',
        '| `us-east-1` names a Region that no run has seen.',
        'next: audit us-east-1',
      ],
    ],
    [
      'explain fips',
      ['refused: I do not know this word.', '| `fips` is no name that I know here.', 'next: help explain'],
    ],
  ])('understands %s', (text, expected) => {
    expect(show(understand(text, nothing))).toEqual(expected);
  });
});

describe('many directories', () => {
  it('are offered five at a time, and the others are counted', () => {
    const shown = show(understand('status corp.example.com', large));
    expect(shown.filter((line) => line.startsWith('next: '))).toHaveLength(5);
    expect(shown).toContain('* … and 2995 more');
    expect(show(understand('status d-9067', large))).toContain('* … and 2995 more');
  });

  it('are compared with words of their own length only, so that an answer is there in time', () => {
    const texts = ['&#1'.repeat(333), `why ${'zz '.repeat(300)}`, `audit ${'d-91670000 '.repeat(80)}`];
    const begun = performance.now();
    for (const text of texts) understand(text, large);
    // A few tens of milliseconds; seconds when every name is measured against a thousand letters.
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  it('can be audited together', () => {
    const ids = large.directories.slice(0, 60).map(({ id }) => id);
    expect(understand(`audit ${ids.join(' ')}`, large)).toEqual({
      kind: 'intent',
      intent: { kind: 'audit', request: { accounts: ['111122223333'], regions: ['us-east-1'], directories: ids } },
    });
  });
});

describe('commandOf', () => {
  const [directory] = vocabulary.directories;
  const of = { ...noFilter, directories: directory === undefined ? [] : [directory] };
  it.each<[string, Intent]>([
    ['status', { kind: 'status', of: noFilter }],
    ['status d-90671abc12', { kind: 'status', of }],
    [
      'findings critical high pack network rule ip-group-unused d-90671abc12 111122223333 us-east-1',
      {
        kind: 'findings',
        of: {
          ...of,
          severities: ['CRITICAL', 'HIGH'],
          packs: ['network'],
          rules: ['ip-group-unused'],
          accounts: ['111122223333'],
          regions: ['us-east-1'],
        },
      },
    ],
    ['audit us-east-1', { kind: 'audit', request: { regions: ['us-east-1'] } }],
    ['explain ip-group-unused', { kind: 'explain', rule: 'ip-group-unused' }],
    ['explain rule status', { kind: 'explain', rule: 'status' }],
    ['explain rule us-east-1', { kind: 'explain', rule: 'us-east-1' }],
    ['why mfa-configured', { kind: 'why', rule: 'mfa-configured', subject: null, of: noFilter }],
    ['why mfa-configured d-90671abc12', { kind: 'why', rule: 'mfa-configured', subject: 'd-90671abc12', of: noFilter }],
    ['why mfa-configured subject=now', { kind: 'why', rule: 'mfa-configured', subject: 'now', of: noFilter }],
    [
      'why byol-account-enabled 111122223333',
      {
        kind: 'why',
        rule: 'byol-account-enabled',
        subject: '111122223333',
        of: { ...noFilter, accounts: ['111122223333'] },
      },
    ],
    ['exceptions pack network', { kind: 'exceptions', of: { ...noFilter, packs: ['network'] } }],
    ['coverage us-east-1', { kind: 'coverage', of: { ...noFilter, regions: ['us-east-1'] } }],
    ['help', { kind: 'help', about: null }],
    ['help audit', { kind: 'help', about: 'audit' }],
  ])('writes %s', (command, intent) => {
    expect(commandOf(intent)).toBe(command);
  });
});

describe('a directory without an alias of its own', () => {
  it('is not listed twice for the alias that AWS gave it', () => {
    const place = { accountId: '111122223333', region: 'us-east-1' };
    const directories = ['d-90671abc12', 'd-90671abc34'].map((id) => {
      return { id, alias: id, name: 'corp.example.com', ...place };
    });
    expect(show(understand('status corp.example.com', { ...nothing, directories, places: [place] }))).toEqual([
      'question: Which directory do you mean?',
      '| `corp.example.com` is the name of several.',
      '* `d-90671abc12`, `corp.example.com` in account `111122223333`, `us-east-1`',
      '* `d-90671abc34`, `corp.example.com` in account `111122223333`, `us-east-1`',
      'next: status d-90671abc12',
      'next: status d-90671abc34',
    ]);
  });
});

describe('usage', () => {
  it('begins with the command', () => {
    expect(commands.map((command) => usage[command].form.split(' ')[0])).toEqual([...commands]);
  });
});
