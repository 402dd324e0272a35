import { LambdaClient } from '@aws-sdk/client-lambda';
import type { AskStep } from '../lib/run/chat/steps.ts';
import { invokeFunction } from '../lib/store/invocations.ts';
import { makeHomeClient } from './chat-clients.ts';
import { setting } from './environment.ts';

const lambda = makeHomeClient('lambda', (options) => new LambdaClient(options));

/** Only Teams is answered in the same exchange; a deployment without it never loads this. */
export const askFunction = async (step: AskStep, patienceMilliseconds: number) =>
  await invokeFunction(await lambda, setting('ASK_FUNCTION_NAME'), step, patienceMilliseconds);
