import type { AwsError } from '../errors.ts';
import type { Fields } from '../values.ts';
import type { ServiceModel } from '../wire/shapes.ts';

/** An HTTP answer before it is sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How one wire protocol writes requests and answers. */
export interface Protocol {
  /** @returns the operation that the request names */
  operation(headers: Readonly<Record<string, string | undefined>>, body: string): string;
  /** @returns the input under the SDK's member names */
  input(model: ServiceModel, operation: string, body: string): Fields;
  output(model: ServiceModel, operation: string, output: Fields, requestId: string): Answer;
  error(error: AwsError, requestId: string): Answer;
}
