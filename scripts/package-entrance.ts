/**
 * Regions in which Lambda has no function URLs; AWS GovCloud (US) has none either. CloudFormation refuses a template that
 * names a type which the Region does not know, whatever its condition says.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html
 * @see https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-lambda.html
 */
const withoutFunctionUrls: ReadonlySet<string> = new Set([
  ...['ap-east-2', 'ap-south-2', 'ap-southeast-4', 'ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7'],
  ...['ca-west-1', 'cn-northwest-1', 'eu-central-2', 'eu-south-2', 'il-central-1', 'me-central-1', 'mx-central-1'],
]);

/**
 * Over what requests of chat platforms come to the function `chat` in a Region: part of the name of a file in infra/.
 * An HTTP API of API Gateway hands over the same events as a function URL.
 */
export const entranceIn = (region: string): 'function-url' | 'http-api' =>
  region.startsWith('us-gov-') || withoutFunctionUrls.has(region) ? 'http-api' : 'function-url';
