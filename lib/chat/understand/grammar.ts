import { type Severity, severities } from '../../model/outcome.ts';
import { type Command, commands } from '../intent.ts';

/*
 * All words that mean something by themselves. A word that is not here is a name or is not understood; it is never
 * passed over, because "findings since Monday" must not be answered as "findings".
 */

/** What a name can be the name of. */
export const kinds = ['directory', 'account', 'region', 'pack', 'rule', 'severity', 'subject'] as const;
export type Kind = (typeof kinds)[number];

/** As sure a sign of a command as its own name. Nothing but plain words for an audit starts one. */
const synonyms: { readonly [command in Command]: string } = {
  status: 'state summary',
  audit: 'scan rescan reaudit',
  explain: 'describe',
  findings: 'finding problems problem issues violations',
  why: '',
  exceptions: 'exception exempted',
  coverage: 'unread',
  help: 'usage commands',
};

/** Signs that count only where no command is named: "why is it failing" asks why. */
const signs: { readonly [command in Command]?: string } = {
  status: 'how clean healthy ok okay fine compliant',
  explain: 'mean means meaning',
  findings: 'wrong broken failing fails failed fail',
};

const filler = `again a an the this that these those it its is are was be been in on of for at to from by with about and or as
  i me my we us our you your they can could would should will shall may want need like let have has had does do did am
  show list tell give get see find look check ask know what what's whats which who where when there here
  please pls thanks thank hi hello hey dear wsaudit auditor workspaces
  now right currently current today still last latest open run start begin all any every everything doing go going`;

/** Each as the start of a name's description: "in pack ip-access", "the ip-access pack", "region:us-east-1". */
const kindWords: { readonly [kind in Kind]: string } = {
  directory: 'directory directories',
  account: 'account accounts',
  region: 'region regions',
  pack: 'pack packs',
  rule: 'rule rules',
  severity: 'severity severities',
  subject: 'subject resource',
};

/** What nobody can do from chat. */
const changes = `accept except exempt exclude ignore suppress mute silence snooze dismiss acknowledge waive resolve close
  fix mend repair remediate correct change modify edit update create add associate disassociate attach detach
  delete remove destroy terminate stop reboot restart rebuild restore migrate rotate revoke authorize
  enable disable allow deny grant approve`;

const leavingOut = 'not no non without excluding but besides';

const split = (words: string): string[] => words.split(/\s+/).filter((word) => word !== '');

const commandWords: ReadonlyMap<string, Command> = new Map(
  commands.flatMap((command) => [command, ...split(synonyms[command])].map((word) => [word, command] as const)),
);
const signWords: ReadonlyMap<string, Command> = new Map(
  commands.flatMap((command) => split(signs[command] ?? '').map((word) => [word, command] as const)),
);
const kindOfWord: ReadonlyMap<string, Kind> = new Map(
  kinds.flatMap((kind) => split(kindWords[kind]).map((word) => [word, kind] as const)),
);
const severityWords: ReadonlyMap<string, Severity> = new Map([
  ...severities.map((severity) => [severity.toLowerCase(), severity] as const),
  ['info', 'INFORMATIONAL'],
]);
const fillerWords: ReadonlySet<string> = new Set(split(filler));
const changeWords: ReadonlySet<string> = new Set(split(changes));
const leavingOutWords: ReadonlySet<string> = new Set(split(leavingOut));

/** What a word means by itself. */
export type Meaning =
  | { readonly is: 'command'; readonly command: Command }
  | { readonly is: 'sign'; readonly command: Command }
  | { readonly is: 'kind'; readonly kind: Kind }
  | { readonly is: 'severity'; readonly severity: Severity }
  | { readonly is: 'change' }
  | { readonly is: 'leaving out' }
  | { readonly is: 'filler' };

/** @returns undefined for a word that can only be a name */
export function grammarOf(word: string): Meaning | undefined {
  const lower = word.toLowerCase();
  const command = commandWords.get(lower);
  if (command !== undefined) return { is: 'command', command };
  const sign = signWords.get(lower);
  if (sign !== undefined) return { is: 'sign', command: sign };
  const kind = kindOfWord.get(lower);
  if (kind !== undefined) return { is: 'kind', kind };
  const severity = severityWords.get(lower);
  if (severity !== undefined) return { is: 'severity', severity };
  if (changeWords.has(lower)) return { is: 'change' };
  if (leavingOutWords.has(lower) || lower.endsWith("n't")) return { is: 'leaving out' };
  return fillerWords.has(lower) ? { is: 'filler' } : undefined;
}

/** Words of commands, for somebody who mistyped one. */
export const commandNames: readonly { readonly name: string; readonly of: Command }[] = [
  ...commandWords,
  ...signWords,
].map(([name, of]) => ({ name, of }));
export const severityNames: readonly (readonly [string, Severity])[] = [...severityWords];
