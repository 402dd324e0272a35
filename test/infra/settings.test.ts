import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { readSettings } from '../../scripts/package-settings.ts';

/**
 * A scenario file holds scenarios between lines of `====`. Each has a name; `---- change`, which replaces members of
 * deploy/example.yml (`null` takes one away); and `---- problems`, what is said of it, without the file's directory.
 */
const scenarios = readFileSync(new URL('./scenarios/settings.txt', import.meta.url), 'utf8')
  .split(/^====$/m)
  .filter((part) => part.trim() !== '')
  .map((part) => part.split(/^---- .+\n/m).map((section) => section.trim()));

const directory = mkdtempSync(join(tmpdir(), 'settings-'));
afterAll(() => rmSync(directory, { recursive: true }));
const example: { readonly [key: string]: unknown } = parse(readFileSync('deploy/example.yml', 'utf8'));

function problemsOf(text: string): string {
  const file = join(directory, 'prod.yml');
  writeFileSync(file, text);
  try {
    readSettings(file);
    return 'none';
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'InputError') throw error;
    return error.message.replaceAll(directory, 'deploy');
  }
}

describe('settings of a stage', () => {
  test.each(scenarios)('%s', (_, change = '', problems = '') => {
    const merged = Object.entries({ ...example, ...parse(change) }).filter(([, value]) => value !== null);
    expect(problemsOf(stringify(Object.fromEntries(merged)))).toBe(problems);
  });

  test('the example is valid', () => {
    expect(problemsOf(readFileSync('deploy/example.yml', 'utf8'))).toBe('none');
  });

  test('so is the example with all that it shows as optional', () => {
    const everything = readFileSync('deploy/example.yml', 'utf8')
      .replace(/^# (externalId|objectLock|alarmEmail| {2}mode| {2}days)(.*)$/gm, '$1$2')
      .replace(/^ {2}# (ask|chat|deliver): /gm, '  $1: ')
      .replace(/^# (chat:\n(# .*\n)+)/m, (_, block: string) => block.replace(/^# /gm, ''));
    const settings = parse(everything);
    expect(Object.keys(settings).length).toBe(Object.keys(example).length + 4);
    expect(Object.keys(settings.chat)).toEqual(['slack', 'teams', 'reservedConcurrency']);
    expect(Object.keys(settings.memoryMegabytes).slice(5)).toEqual(['ask', 'chat', 'deliver']);
    expect(problemsOf(everything)).toBe('none');
  });

  test('memory that the settings do not name is enough for a start', () => {
    expect(readSettings('deploy/example.yml').memoryMegabytes).toMatchObject({ ask: 2048, chat: 1024, deliver: 512 });
  });

  test('a stage without settings', () => {
    expect(() => readSettings('deploy/nowhere.yml')).toThrow(
      'deploy/nowhere.yml: there is no such file. ' +
        'Copy deploy/example.yml to it and change what differs, or name another stage with --stage.',
    );
  });

  test('YAML that cannot be read', () => {
    expect(problemsOf('targets: [own\n')).toContain('deploy/prod.yml:2: ');
  });
});
