import * as z from 'zod';
import { motoUrl } from './settings.ts';

const entrySchema = z.looseObject({
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  body_encoded: z.boolean(),
});

/**
 * The IAM actions that moto was asked for while `work` ran, as its own recorder tells.
 *
 * @returns each once, sorted
 */
export async function actionsDuring(work: () => Promise<unknown>): Promise<string[]> {
  await fetch(`${motoUrl}/moto-api/recorder/reset-recording`, { method: 'POST' });
  await fetch(`${motoUrl}/moto-api/recorder/start-recording`, { method: 'POST' });
  await work();
  await fetch(`${motoUrl}/moto-api/recorder/stop-recording`, { method: 'POST' });
  const recording = await (await fetch(`${motoUrl}/moto-api/recorder/download-recording`)).text();
  const lines = recording.split('\n').filter((line) => line !== '');
  return [...new Set(lines.map((line) => actionOf(entrySchema.parse(JSON.parse(line)))))].sort();
}

function actionOf({ headers, body, body_encoded }: z.infer<typeof entrySchema>): string {
  const values = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const service = values.get('authorization')?.split('/')[3] ?? '';
  const text = body_encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
  const operation = values.get('x-amz-target')?.split('.')[1] ?? new URLSearchParams(text).get('Action') ?? '';
  return `${service}:${operation}`;
}
