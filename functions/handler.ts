import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { Tracer } from '@aws-lambda-powertools/tracer';
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type * as z from 'zod';
import { InputError } from '../lib/model/errors.ts';

/* Their settings come from the environment: POWERTOOLS_SERVICE_NAME, POWERTOOLS_LOG_LEVEL. */
export const logger = new Logger();
const tracer = new Tracer();

/**
 * The Lambda handler of a step: checks the event, then logs and traces around the step. Events are not logged:
 * what a run is asked for is in the history of its execution.
 *
 * @param step gets the event as the schema understands it
 */
export const stepHandler = <Schema extends z.ZodType, Output>(
  schema: Schema,
  step: (input: z.output<Schema>, context: Context) => Promise<Output>,
) =>
  middy(async (event: unknown, context: Context): Promise<Output> => await step(readEvent(schema, event), context))
    .use(captureLambdaHandler(tracer, { captureResponse: false }))
    .use(injectLambdaContext(logger, { resetKeys: true }));

/** @throws InputError that names every member that is wrong */
function readEvent<Schema extends z.ZodType>(schema: Schema, event: unknown): z.output<Schema> {
  const parsed = schema.safeParse(event);
  if (parsed.success) return parsed.data;
  throw new InputError(
    'usage',
    parsed.error.issues.map(({ path, message }) => ({
      place: ['$', ...path].map(String).join('.'),
      found: message,
      mend: 'Start the state machine, which makes the events of its steps.',
    })),
  );
}
