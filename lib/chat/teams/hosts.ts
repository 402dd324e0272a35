/**
 * Hosts at which Power Automate takes the requests that start a workflow of Teams. Each stands for all names below it.
 */
const hosts: readonly string[] = [
  // What the Workflows app of commercial clouds gives out; it replaced logic.azure.com for flows on 30 November 2025.
  // https://learn.microsoft.com/answers/questions/5606972/your-flow-has-a-new-trigger-url
  'environment.api.powerplatform.com',
  // GCC. Addresses of flows with this ending are in use.
  'environment.api.gov.powerplatform.microsoft.us',
  // GCC High and DoD: the hosts of environments in Microsoft's own clients (github.com/microsoft/Agents-for-js).
  // That flows are started there too is not verified.
  'environment.api.high.powerplatform.microsoft.us',
  'environment.api.appsplatform.us',
  // Logic Apps, which take the same messages, and flows of older addresses.
  // https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-configuration
  'logic.azure.com',
  // Logic Apps and flows in Azure Government, such as prod-00.usgovtexas.logic.azure.us.
  'logic.azure.us',
];

/**
 * Whether an address can be the one of a workflow of Teams, so that what an audit came to is posted to Microsoft and to
 * nobody else: https at the default port, without credentials, at one of the hosts above. The address itself is a
 * secret, as whoever has it may post.
 */
export function isWorkflowUrl(url: string): boolean {
  const parsed = URL.parse(url);
  return (
    parsed !== null &&
    parsed.protocol === 'https:' &&
    parsed.port === '' &&
    parsed.username === '' &&
    parsed.password === '' &&
    hosts.some((host) => parsed.hostname.endsWith(`.${host}`))
  );
}
