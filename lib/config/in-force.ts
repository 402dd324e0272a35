import { defaultParameters, type Pack, type RuleInForce } from '../engine/index.ts';
import { byCodePoint } from '../facts/index.ts';
import { InputError, type Problem } from '../model/errors.ts';
import { suggestion } from '../model/nearest.ts';
import type { Json } from '../model/report.ts';
import type { Configuration } from './configuration.ts';

/** Names on the command line that narrow what is in force, together. */
export interface Narrowing {
  readonly packIds?: readonly string[] | undefined;
  readonly ruleIds?: readonly string[] | undefined;
}

export interface InForce {
  /** Packs of which a rule is in force, by id. */
  readonly packs: readonly Pack[];
  /** By id. */
  readonly rules: readonly RuleInForce[];
}

/** Whether neither a rule nor its pack is turned off. */
export const isInForce =
  ({ disabledPacks, rules }: Configuration) =>
  ({ id, packId }: { readonly id: string; readonly packId: string }): boolean =>
    !disabledPacks.has(packId) && rules.get(id)?.enabled !== false;

/**
 * The rules that count: those of all packs, without what the configuration turns off, narrowed.
 *
 * @throws InputError (`usage`) for unknown names, and when nothing is left: a run without rules proves nothing
 */
export function rulesInForce(
  packs: readonly Pack[],
  configuration: Configuration,
  { packIds = [], ruleIds = [] }: Narrowing,
): InForce {
  const rules = packs.flatMap((pack) => pack.rules);
  const problems = [...unknown(packIds, packs, '--pack', 'pack'), ...unknown(ruleIds, rules, '--rule', 'rule')];
  if (problems.length > 0) throw new InputError('usage', problems);
  const counted = rules
    .filter(isInForce(configuration))
    .filter(({ packId }) => packIds.length === 0 || packIds.includes(packId))
    .filter(({ id }) => ruleIds.length === 0 || ruleIds.includes(id))
    .toSorted((a, b) => byCodePoint(a.id, b.id));
  if (counted.length === 0) {
    throw new InputError('usage', {
      place: 'rules',
      found: 'no rule is in force: --pack, --rule and the configuration leave none',
      mend: 'Widen them; "wsaudit rules list" shows what is in force.',
    });
  }
  const used = new Set(counted.map(({ packId }) => packId));
  return {
    packs: packs.filter(({ id }) => used.has(id)).toSorted((a, b) => byCodePoint(a.id, b.id)),
    rules: counted.map((rule) => ({ rule, severity: configuration.rules.get(rule.id)?.severity })),
  };
}

/** Values of all parameters that packs declare, those of packs that are turned off too: rules share them. */
export const effectiveParameters = (
  packs: readonly Pack[],
  configuration: Configuration,
): { readonly [name: string]: Json } => ({ ...defaultParameters(packs), ...configuration.parameters });

function unknown(ids: readonly string[], known: readonly { id: string }[], flag: string, kind: string): Problem[] {
  const names = known.map(({ id }) => id);
  return ids
    .filter((id) => !names.includes(id))
    .map((id) => ({
      place: `${flag} ${id}`,
      found: `no ${kind} is named "${id}"${suggestion(id, names)}`,
      mend: 'Run "wsaudit rules list" for the names.',
    }));
}
