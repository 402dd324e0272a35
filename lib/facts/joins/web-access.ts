import features from '../../../rules/reference/regional-features.json' with { type: 'json' };
import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { Workspace, WorkspaceDirectory } from '../../snapshot/index.ts';
import type { Estate } from '../estate.ts';
import { operatingSystemFamilyOf, operatingSystemOf } from './operating-systems.ts';
import { protocolsOf } from './resources.ts';
import { samlStatusOf } from './saml-status.ts';

/** Servers on which PCoIP does not reach a browser. */
const serversWithoutPcoip = ['WINDOWS_SERVER_2019', 'WINDOWS_SERVER_2022'];

/**
 * Whether a browser can reach a WorkSpace (guide: Enable and configure WorkSpaces Web Access for WorkSpaces Personal;
 * PCoIP beside SAML 2.0: Set up SAML 2.0, step 7). Unknown also for what the guide leaves open.
 */
export function isReachedByWebAccess(
  estate: Estate,
  directory: WorkspaceDirectory,
  workspace: Workspace,
): boolean | Unknown {
  const system = operatingSystemOf(workspace);
  if (system === 'WINDOWS_7') return false;
  const protocols = protocolsOf(workspace);
  if (isUnknown(protocols)) return protocols;
  const answers = protocols.map((protocol) =>
    protocol === 'WSP' ? overDcv(estate, workspace) : overPcoip(estate, directory, workspace),
  );
  return answers.includes(true) || (answers.find(isUnknown) ?? false);
}

function overDcv({ region }: Estate, workspace: Workspace): boolean | Unknown {
  const family = operatingSystemFamilyOf(workspace);
  if (isUnknown(family) || family === 'WINDOWS' || family === 'UBUNTU') return isUnknown(family) ? family : true;
  if (family === 'AMAZON_LINUX') return features.webAccessAmazonLinuxDcv.includes(region);
  return leftOpen(workspace);
}

function overPcoip(estate: Estate, directory: WorkspaceDirectory, workspace: Workspace): boolean | Unknown {
  const family = operatingSystemFamilyOf(workspace);
  const system = operatingSystemOf(workspace);
  const saml = samlStatusOf(directory);
  const isRuledOut =
    features.webAccessPcoipUnsupported.includes(estate.region) ||
    (!isUnknown(family) && family !== 'WINDOWS') ||
    (!isUnknown(system) && serversWithoutPcoip.includes(system)) ||
    (!isUnknown(saml) && saml !== 'DISABLED');
  if (isRuledOut) return false;
  if (isUnknown(family)) return family;
  if (isUnknown(saml)) return saml;
  return system === 'WINDOWS_SERVER_2025' ? leftOpen(workspace) : true;
}

const leftOpen = ({ WorkspaceId, WorkspaceProperties }: Workspace) =>
  new Unknown(
    `the guide does not settle whether Web Access reaches ${WorkspaceId} with ${WorkspaceProperties?.OperatingSystemName} on ${WorkspaceProperties?.Protocols?.join(' and ')}`,
  );
