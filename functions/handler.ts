import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { Tracer } from '@aws-lambda-powertools/tracer';
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type * as z from 'zod';
import { readEvent } from '../lib/run/read-event.ts';

/* Their settings come from the environment: POWERTOOLS_SERVICE_NAME, POWERTOOLS_LOG_LEVEL. */
export const logger = new Logger();

const mend = 'Start the state machine, which makes the events of its steps.';

/**
 * The Lambda handler of a step: checks the event, then logs and traces around the step. Events are not logged:
 * what a run is asked for is in the history of its execution.
 *
 * @param step gets the event as the schema understands it
 * @param tracing.requests false where addresses are secret: a trace has those of all requests, with their paths
 */
export const stepHandler = <Schema extends z.ZodType, Output>(
  schema: Schema,
  step: (input: z.output<Schema>, context: Context) => Promise<Output>,
  tracing: { readonly requests: boolean } = { requests: true },
) =>
  middy(
    async (event: unknown, context: Context): Promise<Output> => await step(readEvent(schema, event, mend), context),
  )
    .use(captureLambdaHandler(new Tracer({ captureHTTPsRequests: tracing.requests }), { captureResponse: false }))
    .use(injectLambdaContext(logger, { resetKeys: true }));
