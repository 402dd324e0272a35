import type { FactTable } from '../define.ts';
import { acceleratorFacts } from './accelerator.ts';
import { accessFacts } from './access.ts';
import { certificateAuthenticationFacts } from './certificate-authentication.ts';
import { clientAuthenticationFacts } from './client-authentication.ts';
import type { DirectoryContext } from './context.ts';
import { creationFacts } from './creation-properties.ts';
import { deviceFacts } from './devices.ts';
import { directoryServiceFacts } from './directory-service.ts';
import { dnsFacts } from './dns.ts';
import { encryptionFacts } from './encryption.ts';
import { groupFacts } from './groups.ts';
import { identityFacts } from './identity.ts';
import { natFacts } from './nat.ts';
import { protocolFacts } from './protocols.ts';
import { radiusFacts } from './radius.ts';
import { registrationFacts } from './registration.ts';
import { samlFacts } from './saml.ts';
import { useFacts } from './use.ts';

/** Everything a rule can read of a directory. */
export const directoryFacts: FactTable<DirectoryContext> = {
  ...identityFacts,
  ...encryptionFacts,
  ...deviceFacts,
  ...acceleratorFacts,
  ...accessFacts,
  ...natFacts,
  ...groupFacts,
  ...samlFacts,
  ...certificateAuthenticationFacts,
  ...clientAuthenticationFacts,
  ...radiusFacts,
  ...protocolFacts,
  ...registrationFacts,
  ...directoryServiceFacts,
  ...dnsFacts,
  ...creationFacts,
  ...useFacts,
};

export type { DirectoryContext } from './context.ts';
