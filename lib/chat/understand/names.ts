import type { Severity } from '../../model/outcome.ts';
import type { KnownDirectory, Vocabulary } from '../vocabulary.ts';
import type { Kind } from './grammar.ts';

/** Something that a word names. */
export type Named =
  /** All of the name: an alias, and by AWS Managed Microsoft AD in several Regions even an id, can be shared. */
  | { readonly kind: 'directory'; readonly directories: readonly KnownDirectory[] }
  /** Looks like the id of a directory, but no run has seen it. */
  | { readonly kind: 'new directory'; readonly id: string }
  | { readonly kind: 'account'; readonly account: string; readonly known: boolean }
  | { readonly kind: 'region'; readonly region: string; readonly known: boolean }
  | { readonly kind: 'pack'; readonly pack: string }
  | { readonly kind: 'rule'; readonly rule: string }
  | { readonly kind: 'severity'; readonly severity: Severity }
  | { readonly kind: 'subject'; readonly subject: string };

/** The kind by which a name is asked for. */
export const kindOf = (named: Named): Kind => (named.kind === 'new directory' ? 'directory' : named.kind);

const accountPattern = /^(\d{4})-?(\d{4})-?(\d{4})$/;
/** As AWS builds the codes of its Regions; so "us-esat-1" is a typing error and no Region. */
const regionPattern =
  /^[a-z]{2}(-[a-z]+)?-(north|south|east|west|central|northeast|northwest|southeast|southwest)-\d{1,2}$/;
/** As in the request of a run (`lib/run/steps.ts`). */
const directoryPattern = /^(d-[0-9a-f]{8,63}|wsd-[0-9a-z]{8,63})$/;
/** Ids of AWS that results are about; they are in lower case, whoever types them. */
const idPattern = /^(d|wsd|ws|wsipg|wsca|wsi|sg|subnet|vpc|ip|igw|nat|eni)-[0-9a-z]{8,63}$/;
/** Letters that ARNs and the names of roles have. */
const subjectPattern = /^[\w+=.@:/-]{1,256}$/;

/** A name of something that results are about, or undefined for what cannot be one. */
export function subjectOf(word: string): string | undefined {
  const lower = word.toLowerCase();
  if (idPattern.test(lower)) return lower;
  return subjectPattern.test(word) ? word : undefined;
}

/** Whether a subject is an id of AWS, which is nothing else anywhere. */
export const isAwsId = (subject: string): boolean => idPattern.test(subject);

/**
 * All that a word can be the name of; one of each kind at most. What looks like an account or a Region, and an id of AWS, is nothing else unless `as` says so: no alias can take the place of an id.
 */
export function namedBy(word: string, { rules, packs, directories, places }: Vocabulary, as?: Kind): readonly Named[] {
  const lower = word.toLowerCase();
  const account = accountPattern.exec(lower)?.slice(1).join('');
  const byId = directories.filter(({ id }) => id === lower);
  const called = directories.filter(
    ({ alias, name }) => !isAwsId(lower) && (alias?.toLowerCase() === lower || name?.toLowerCase() === lower),
  );
  // The id is the directory, wherever else it is replicated to and however it is called there.
  const idsCalled = new Set(called.map(({ id }) => id));
  const byName = directories.filter(({ id }) => idsCalled.has(id));
  const ids: Named[] = [];
  if (account !== undefined) {
    ids.push({ kind: 'account', account, known: places.some(({ accountId }) => accountId === account) });
  }
  if (regionPattern.test(lower)) {
    ids.push({ kind: 'region', region: lower, known: places.some(({ region }) => region === lower) });
  }
  if (byId.length > 0) ids.push({ kind: 'directory', directories: byId });
  const names: Named[] = [];
  if (byName.length > 0 && byId.length === 0) names.push({ kind: 'directory', directories: byName });
  else if (byId.length === 0 && directoryPattern.test(lower)) ids.push({ kind: 'new directory', id: lower });
  if (packs.some(({ id }) => id === lower)) names.push({ kind: 'pack', pack: lower });
  if (rules.some(({ id }) => id === lower)) names.push({ kind: 'rule', rule: lower });
  if (as !== undefined) return [...ids, ...names].filter((named) => kindOf(named) === as);
  return ids.length > 0 ? ids : names;
}

const nothingKnown: Vocabulary = { rules: [], packs: [], directories: [], places: [] };

/** Whether a word is taken for an account, a Region or the id of a directory, whatever else is called so. */
export const looksLikeId = (word: string): boolean => namedBy(word, nothingKnown).length > 0;
