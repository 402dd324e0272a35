import { type ByRule, compliant, directories, notApplicable, unknown, violated, workspaces } from './subjects.ts';

export const endpointsDevices: ByRule = {
  // moto allows Chromebooks, as directories were registered before the client was retired.
  'chromeos-client-retired': violated(directories),
  // The configuration names no types.
  'device-types-match-policy': notApplicable(directories),
  // As moto registers directories, and AWS.
  'local-administrator-disabled': violated(directories),
  'one-workspace-per-user-per-directory': compliant(workspaces),
  // moto keeps no OperatingSystemName.
  'os-requires-dcv': unknown(workspaces),
  // moto keeps no Protocols.
  'protocol-mix-per-user': unknown(workspaces),
  // Turned off for the AD Connector.
  'remember-me-disabled': { COMPLIANT: ['connector'], NON_COMPLIANT: ['managed', 'simple'] },
  'self-service-permissions-minimal': compliant(directories),
  'trusted-devices-block-other-platforms': notApplicable(directories),
  'trusted-devices-enforced': notApplicable(directories),
  'web-access-supported-for-workspace': notApplicable(directories),
  // AD Connectors deny zero clients in moto; WorkSpaces elsewhere have no Protocols.
  'zero-client-needs-pcoip': { INSUFFICIENT_DATA: ['managed', 'simple'], NOT_APPLICABLE: ['connector'] },
};
