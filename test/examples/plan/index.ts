import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examples } from '../files.ts';
import { byOtherDecisions } from './by-other-decisions.ts';
import { byPolicy } from './by-policy.ts';
import { byol } from './byol.ts';
import { directoryHealth } from './directory-health.ts';
import { endpointsDevices } from './endpoints-devices.ts';
import { fedrampDodSrg } from './fedramp-dod-srg.ts';
import { globalAccelerator } from './global-accelerator.ts';
import { identity } from './identity.ts';
import { ipAccess } from './ip-access.ts';
import { ipv6Graphics } from './ipv6-graphics.ts';
import { network } from './network.ts';
import type { Plan } from './plan.ts';
import { resilience } from './resilience.ts';
import { securityGroups } from './security-groups.ts';

/** A way to audit the examples, and what rules are meant to say then. */
export interface Occasion {
  readonly name: string;
  /** `wsaudit.yaml`; empty for the defaults. */
  readonly configuration: string;
  readonly plan: Plan;
}

const otherDecisions = `packs:
  network: { parameters: { strictPrimaryPorts: true } }
  identity: { parameters: { idpMfaAttested: false } }
`;

/** `estate` with `baseline`, and `clean` (us-west-2) with `clean-baseline`; every rule is in one plan at least. */
export const occasions: readonly Occasion[] = [
  {
    name: 'by default',
    configuration: '',
    plan: {
      ...{ ...byol, ...directoryHealth, ...endpointsDevices, ...fedrampDodSrg, ...globalAccelerator, ...identity },
      ...{ ...ipAccess, ...ipv6Graphics, ...network, ...resilience, ...securityGroups },
    },
  },
  {
    name: 'by the policy of the organisation',
    configuration: readFileSync(join(examples, 'wsaudit.yaml'), 'utf8'),
    plan: byPolicy,
  },
  { name: 'by other decisions', configuration: otherDecisions, plan: byOtherDecisions },
];
