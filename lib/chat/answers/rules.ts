import { distance } from 'fastest-levenshtein';
import type { Rule } from '../../engine/index.ts';
import type { AnswerParts } from '../memory.ts';
import { code, type Reply } from '../reply.ts';

const mostNearest = 5;

/** The names nearest to one that is not known; nearest first. */
export const nearest = (name: string, names: Iterable<string>): string[] =>
  [...new Set(names)]
    .map((known) => ({ known, far: distance(short(name), short(known)) }))
    .sort((a, b) => a.far - b.far || (a.known < b.known ? -1 : 1))
    .slice(0, mostNearest)
    .map(({ known }) => known);

/** Comparing costs the product of the lengths. */
const short = (text: string): string => text.slice(0, 128).toLowerCase();

/** A rule of any pack, in force or not. */
export const ruleOf = (id: string, { memory }: AnswerParts): Rule | undefined =>
  memory.packs.flatMap(({ rules }) => rules).find((rule) => rule.id === id);

export const ruleIds = ({ memory }: AnswerParts): string[] =>
  memory.packs.flatMap(({ rules }) => rules.map(({ id }) => id));

/** Why a rule does not count; undefined for one that is in force. */
export function whyNotInForce({ id, packId }: Rule, { memory: { configuration } }: AnswerParts): string | undefined {
  if (configuration.disabledPacks.has(packId)) return `The configuration turns off its pack, ${packId}.`;
  return configuration.rules.get(id)?.enabled === false ? 'The configuration turns it off.' : undefined;
}

/** Asks back which rule is meant. */
export const noSuchRule = (id: string, near: readonly string[], word: 'explain' | 'why'): Reply => ({
  mood: 'question',
  title: 'Which rule is meant?',
  sections: [{ lines: [['No rule is named ', code(id), '. The nearest names are below.']] }],
  next: near.map((one) => `${word} ${one}`),
});
