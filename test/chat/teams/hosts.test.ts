import { expect, it } from 'vitest';
import { isWorkflowUrl } from '../../../lib/chat/teams/hosts.ts';

const path = '/powerautomate/automations/direct/workflows/0a1b/triggers/manual/paths/invoke?api-version=1&sig=x';

it.each([
  'default0a1b2c3d4e5f.6a.environment.api.powerplatform.com',
  // Power Automate writes the default port out.
  'default0a1b2c3d4e5f.6a.environment.api.powerplatform.com:443',
  'DEFAULT0A1B2C3D4E5F.6A.ENVIRONMENT.API.POWERPLATFORM.COM',
  'default0a1b2c3d4e5f.6.environment.api.gov.powerplatform.microsoft.us:443',
  'default0a1b2c3d4e5f.6.environment.api.high.powerplatform.microsoft.us',
  'default0a1b2c3d4e5f.6.environment.api.appsplatform.us',
  'prod-00.westus.logic.azure.com:443',
  'prod-00.usgovtexas.logic.azure.us',
])('takes an address at %s', (host) => {
  expect(isWorkflowUrl(`https://${host}${path}`)).toBe(true);
});

it.each([
  ['another scheme', `http://x.environment.api.powerplatform.com${path}`],
  ['another port', `https://x.environment.api.powerplatform.com:8443${path}`],
  ['the port of http', `https://x.environment.api.powerplatform.com:80${path}`],
  ['a user', `https://user@x.environment.api.powerplatform.com${path}`],
  ['a password', `https://:password@x.environment.api.powerplatform.com${path}`],
  ['a host of somebody else', `https://example.com${path}`],
  ['a host that ends alike', `https://x-environment.api.powerplatform.com${path}`],
  ['a host that begins alike', `https://x.environment.api.powerplatform.com.example.com${path}`],
  ['the domain itself', `https://environment.api.powerplatform.com${path}`],
  ['another API of the domain', `https://api.powerplatform.com${path}`],
  ['a host in the path', `https://example.com/x.logic.azure.com${path}`],
  ['a host in the fragment', 'https://example.com#.logic.azure.com'],
  ['a backslash before the host', `https://example.com\\.logic.azure.com${path}`],
  ['a host that is rooted', `https://x.logic.azure.com.${path}`],
  ['the retired connectors', 'https://example.webhook.office.com/webhookb2/0a1b'],
  ['no host', 'https:///workflows'],
  ['no address', ''],
])('refuses an address with %s', (_, url) => {
  expect(isWorkflowUrl(url)).toBe(false);
});
