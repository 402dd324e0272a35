import type { Command, Filter } from '../intent.ts';
import type { Understanding } from '../understanding.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { explainIntent, whyIntent } from './about-rules.ts';
import { auditIntent } from './audit.ts';
import { type Form, type Heard, heardOf, meansFor } from './heard.ts';
import { ambiguous, isUnseen, leftOut, misplaced, unseen } from './misfits.ts';
import { inCommon, narrowed } from './narrow.ts';
import { understood } from './replies.ts';
import type { Name } from './sentence.ts';
import { unknownNames } from './unknown-names.ts';

/** What a command with names asks. Never throws. */
export function understandForm(
  command: Command,
  names: readonly Name[],
  vocabulary: Vocabulary,
  isOffer = false,
): Understanding {
  const again: Form['again'] = (others, other = command) =>
    isOffer ? [] : [understandForm(other, others, vocabulary, true)];
  const form: Form = { command, names, vocabulary, again };
  const means = new Map(names.map((name) => [name, meansFor(command, name)] as const));

  // "why is it not compliant with …" leaves nothing out.
  const out = command === 'why' || command === 'explain' ? [] : names.filter((name) => name.leftOut);
  if (out.length > 0) return leftOut(form, out);
  const unknown = names.filter((name) => name.means.length === 0 && means.get(name)?.length === 0);
  if (unknown.length > 0) return unknownNames(form, unknown);
  const wrong = names.filter((name) => means.get(name)?.length === 0);
  if (wrong.length > 0) return misplaced(form, wrong);
  // Work is not started on a name that may be meant for something that cannot be audited at all.
  const isUnclear = (name: Name): boolean =>
    (means.get(name)?.length ?? 0) > 1 || (command === 'audit' && name.means.length > 1);
  const unclear = names.find(isUnclear);
  if (unclear !== undefined) return ambiguous(form, unclear);
  const heard = names.flatMap((name): Heard[] => (means.get(name) ?? []).map((named) => ({ name, named })));
  return command === 'audit' ? auditIntent(form, heard, heardOf(heard)) : lookIntent(form, command, heard);
}

/** Commands that answer from what earlier runs left. */
function lookIntent(form: Form, command: Exclude<Command, 'audit'>, heard: readonly Heard[]): Understanding {
  const strangers = heard.filter(
    ({ named }) => isUnseen(named) && !(command === 'why' && named.kind === 'new directory'),
  );
  if (strangers.length > 0) return unseen(form, strangers);
  const names = heardOf(heard);
  if (command === 'help') return understood({ kind: 'help', about: null });
  if (command === 'explain') return explainIntent(form, heard, names);
  const nothing = inCommon(form, heard, names);
  if (nothing !== undefined) return nothing;
  if (command === 'why') return whyIntent(form, heard, names);
  const found = narrowed(form, heard, names);
  if ('instead' in found) return found.instead;
  const { accounts, regions, packs, rules, severities } = names;
  const of: Filter = { directories: found.directories, accounts, regions, packs, rules, severities };
  return understood({ kind: command, of });
}
