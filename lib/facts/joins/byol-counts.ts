import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { Workspace } from '../../snapshot/index.ts';
import { known } from '../define.ts';
import type { Estate } from '../estate.ts';
import { every, isByol, type Tally, tally } from './byol.ts';

/** What the service wants a minimum of (guide: Prerequisites for using Windows BYOL with Amazon WorkSpaces). */
export const byolKinds = ['all', 'nonGpu', 'gpu', 'alwaysOnGpu', 'autoStopGpu', 'g6'] as const;
export type ByolKind = (typeof byolKinds)[number];
export type ByolCounts = { readonly [K in ByolKind]: Tally };

const withoutGpu = /^(VALUE|STANDARD|PERFORMANCE|POWER|POWERPRO|GENERALPURPOSE_\w+)$/;
const runningModes = ['ALWAYS_ON', 'AUTO_STOP', 'MANUAL'];

const computeTypeOf = ({ WorkspaceProperties }: Workspace) => WorkspaceProperties?.ComputeTypeName ?? '';

function hasGpu(workspace: Workspace): boolean | Unknown {
  const type = computeTypeOf(workspace);
  if (type.startsWith('GRAPHICS')) return true;
  if (withoutGpu.test(type)) return false;
  const path = `Workspaces[${workspace.WorkspaceId}].WorkspaceProperties.ComputeTypeName`;
  return new Unknown(type === '' ? `${path} is absent` : `${path} has the unknown value "${type}"`);
}

function runs(mode: string, { WorkspaceId, WorkspaceProperties }: Workspace): boolean | Unknown {
  const path = `Workspaces[${WorkspaceId}].WorkspaceProperties.RunningMode`;
  const found = known(WorkspaceProperties?.RunningMode, runningModes, path);
  return isUnknown(found) ? found : found === mode;
}

const counts = new WeakMap<Estate, ByolCounts>();

/** Counts the live BYOL WorkSpaces that were read of an account and Region. */
export function byolCountsOf(estate: Estate): ByolCounts {
  let found = counts.get(estate);
  if (found === undefined) {
    found = count(estate);
    counts.set(estate, found);
  }
  return found;
}

function count(estate: Estate): ByolCounts {
  const all = [...estate.index.liveWorkspaces.values()]
    .flat()
    .map((workspace) => ({ workspace, byol: isByol(estate, workspace) }))
    .filter(({ byol }) => byol !== false);
  const of = (fits: (workspace: Workspace) => boolean | Unknown): Tally =>
    tally(all.map(({ workspace, byol }) => every(byol, fits(workspace))));
  const negated = (value: boolean | Unknown) => (isUnknown(value) ? value : !value);
  return {
    all: of(() => true),
    nonGpu: of((workspace) => negated(hasGpu(workspace))),
    gpu: of(hasGpu),
    alwaysOnGpu: of((workspace) => every(hasGpu(workspace), runs('ALWAYS_ON', workspace))),
    autoStopGpu: of((workspace) => every(hasGpu(workspace), runs('AUTO_STOP', workspace))),
    g6: of((workspace) => /^GRAPHICS_GR?6F?_/.test(computeTypeOf(workspace))),
  };
}
