import type { Vocabulary } from '../../../chat/vocabulary.ts';
import { rulesInForce } from '../../../config/index.ts';
import { byCodePoint } from '../../../facts/index.ts';
import { placeKey } from '../../../model/place.ts';
import type { Place } from '../../../store/index.ts';
import type { Policy } from '../../configuration.ts';
import type { SeenDirectories } from '../../seen-directories.ts';

/**
 * The names that a question may use.
 *
 * @param places that have a ledger, or that the last run was to audit
 * @throws InputError when no rule is in force
 */
export function vocabularyOf(
  { packs, configuration }: Policy,
  known: readonly Place[],
  seen: readonly SeenDirectories[],
): Vocabulary {
  const inForce = rulesInForce(packs, configuration, {});
  const places = new Map(
    [...known, ...seen].map(({ accountId, region }) => [placeKey({ accountId, region }), { accountId, region }]),
  );
  return {
    rules: inForce.rules.map(({ rule: { id, title, packId, severity }, severity: set }) => {
      return { id, title, packId, severity: set ?? severity };
    }),
    packs: inForce.packs.map(({ id, title }) => ({ id, title })),
    directories: seen.flatMap(({ accountId, region, directories }) =>
      directories.map(({ state: _, ...directory }) => ({ ...directory, accountId, region })),
    ),
    places: [...places].sort(([a], [b]) => byCodePoint(a, b)).map(([, place]) => place),
  };
}
