import type { Estate } from '../../facts/index.ts';
import { scopeOf } from '../../findings/index.ts';
import type { Result } from '../../model/report.ts';
import type { SubjectId } from '../../model/subject.ts';
import type { Snapshot } from '../../snapshot/index.ts';

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

/**
 * Whether a result could not be judged only because the snapshot was limited to some directories on purpose: nothing
 * was denied, and one of the whole Region would tell.
 */
export function needsRegion({ status, missing, reason }: Result, { header }: Pick<Snapshot, 'header'>): boolean {
  const only = header.scope?.directories;
  if (only === undefined || status !== 'INSUFFICIENT_DATA' || missing.length > 0) return false;
  return reason.includes(`the snapshot covers only ${only.join(', ')}, not the whole Region`);
}
