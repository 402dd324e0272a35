import { answer } from '../../../chat/answer.ts';
import { type Command, code, type Line, type Reply } from '../../../chat/index.ts';
import { renderText } from '../../../chat/render/text.ts';
import { type Outcome, outcomeOf, type PlainAnswer } from '../plain/answer.ts';
import { intentOf } from '../plain/intent.ts';
import { refusal } from '../plain/refusal.ts';
import { type PlainRequest, readPlain } from '../plain/request.ts';
import { earlierAudit, newAudit, type Progress, progressReply } from './audit.ts';
import { concludeAudit } from './conclude.ts';
import { type AskParts, answerPartsOf } from './parts.ts';

/** What is left of the time limit when waiting ends: enough to read a run's record and answer. */
const reserveMilliseconds = 30_000;

type AuditPlain = Extract<PlainRequest, { command: 'audit' }>;

/**
 * Answers a request of a script. What is wrong with the request is an answer too.
 *
 * @throws StoreError when the evidence bucket or Step Functions cannot be read
 * @throws InputError when the configuration in the evidence bucket is broken
 */
export async function askPlain(event: unknown, parts: AskParts): Promise<PlainAnswer> {
  const reading = readPlain(event);
  if (reading.kind === 'problems') return withReply(reading.command, refusal(reading.problems));
  const { request } = reading;
  if (request.command === 'audit' && request.run !== undefined) return await goOn(request, request.run, parts);
  const answering = await answerPartsOf(parts);
  const understanding = intentOf(request, await answering.memory.vocabulary());
  if (understanding.kind === 'reply') return withReply(request.command, understanding.reply);
  const { intent } = understanding;
  if (intent.kind !== 'audit') {
    const { reply, data } = await answer(intent, answering);
    return withReply(request.command, reply, data);
  }
  const progress = await newAudit(intent.request, parts, mayWait(request, parts));
  return await auditAnswer(progress, parts);
}

async function goOn(request: AuditPlain, run: string, parts: AskParts): Promise<PlainAnswer> {
  const selecting = (['directories', 'accounts', 'regions'] as const).filter((member) => request[member] !== undefined);
  if (selecting.length > 0) {
    const problems = selecting.map((member) => ({
      place: `the request: $.${member}`,
      found: 'a run that was started before is what it is',
      mend: 'Leave it out, or leave out "run" to start a new one.',
    }));
    return withReply('audit', refusal(problems));
  }
  return await auditAnswer(await earlierAudit(run, parts, mayWait(request, parts)), parts);
}

const mayWait = (request: PlainRequest, { remaining }: AskParts): (() => number) | undefined =>
  request.command === 'audit' && request.wait ? () => remaining() - reserveMilliseconds : undefined;

async function auditAnswer(progress: Progress, parts: AskParts): Promise<PlainAnswer> {
  const { run } = progress;
  if (progress.kind === 'done') {
    const { reply, data } = await concludeAudit(progress.request, progress, await answerPartsOf(parts));
    const told = withReply('audit', reply, data);
    const failed = progress.failure !== undefined && told.outcome !== 'refused';
    return { ...told, ...(failed ? { outcome: 'failed' } : {}), run };
  }
  // Step Functions forgets executions, the bucket keeps their records.
  if (progress.kind === 'unknown' && (await (await parts.memory()).run(run)) !== undefined) {
    return await auditAnswer({ kind: 'done', run, request: {} }, parts);
  }
  const reply = progressReply(progress, howToGoOn(run));
  const outcome: Outcome = progress.kind === 'unknown' ? 'refused' : progress.kind;
  return { ...withReply('audit', reply), outcome, run };
}

const howToGoOn = (run: string): readonly Line[] => [
  ['Send ', code(JSON.stringify({ command: 'audit', run, wait: true })), ' to wait for its end.'],
];

/** @param data null where there is nothing but words */
function withReply(command: Command | null, reply: Reply, data: unknown = null): PlainAnswer {
  return {
    ...{ formatVersion: 1, command, outcome: outcomeOf(reply), text: renderText(reply), data },
    ...(reply.evidence === undefined ? {} : { evidence: reply.evidence.url }),
  };
}
