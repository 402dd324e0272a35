import { effectiveParameters } from '../../../config/index.ts';
import { Estate } from '../../../facts/index.ts';
import { factParameters } from '../../../facts/parameters.ts';
import { scopeOf } from '../../../findings/index.ts';
import type { SubjectId } from '../../../model/subject.ts';
import type { Snapshot } from '../../../snapshot/index.ts';
import type { Policy } from '../../configuration.ts';

/**
 * Whether a subject is a directory, one of its WorkSpaces, or a group, subnet, VPC, role or connection alias that it
 * uses. A scope also leaves in what no directory uses, and the account; those are not about this one.
 */
export function belongsTo(estate: Estate, directoryId: string): (subject: SubjectId) => boolean {
  const withIt = scopeOf(estate, { include: [directoryId], exclude: [] });
  const withoutAny = scopeOf(estate, { include: [], exclude: [] });
  const aliases = new Set(
    estate.snapshot.resources.ConnectionAlias.items
      .filter(({ Associations }) => Associations?.some(({ ResourceId }) => ResourceId === directoryId))
      .map(({ AliasId }) => AliasId),
  );
  return (subject) =>
    subject.type === 'connectionAlias' ? aliases.has(subject.id) : withIt(subject) && !withoutAny(subject);
}

/** A snapshot as rules see it. */
export const estateOf = (snapshot: Snapshot, { packs, configuration }: Policy): Estate =>
  new Estate(snapshot, factParameters.parse(effectiveParameters(packs, configuration)));
