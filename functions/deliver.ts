import { setTimeout as sleep } from 'node:timers/promises';
import { deliverStep } from '../lib/run/chat/deliver/deliver.ts';
import { deliverInputSchema } from '../lib/run/chat/steps.ts';
import { chatSettings, readSecret } from './chat-clients.ts';
import { logger, stepHandler } from './handler.ts';

const wait = async (milliseconds: number): Promise<void> => void (await sleep(milliseconds));
const parts = { settings: chatSettings(), readSecret, fetch: globalThis.fetch, wait, log: logger };

/** Brings an answer to where it was asked; see `deliverStep`. */
export const handler = stepHandler(deliverInputSchema, (input) => deliverStep(input, parts), { requests: false });
