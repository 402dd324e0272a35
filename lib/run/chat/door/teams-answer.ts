import { type TeamsAnswer, type TeamsQuestion, teamsAnswer, teamsNote } from '../../../chat/teams/index.ts';
import { failureReply } from '../failure-reply.ts';
import type { AskStepOutput } from '../steps.ts';
import { type DoorParts, executionName, traceOf } from './parts.ts';
import type { Sender } from './refusals.ts';

/** Teams waits five seconds and shows an error after that; one is left for the way and for starting an execution. */
const patience = 4_000;
/** An answer that would have to be made faster is not waited for. */
const leastPatience = 500;

/**
 * The answer to a question, or the announcement of one that a workflow posts.
 *
 * @param canPost whether there is a workflow
 * @param receivedAt milliseconds since 1970
 */
export async function answerTeams(
  question: TeamsQuestion,
  sender: Sender,
  canPost: boolean,
  receivedAt: number,
  parts: DoorParts,
): Promise<TeamsAnswer> {
  const { clock, log } = parts;
  const fields = { platform: 'teams', ...sender };
  let output: AskStepOutput | undefined;
  try {
    const left = Math.min(patience, receivedAt + patience - clock().getTime());
    output = left < leastPatience ? undefined : await parts.ask(question.text, left);
  } catch (error) {
    const trace = traceOf(error);
    log.error('a question was not answered', { status: 200, reason: 'not-answered', ...fields, ...trace });
    return teamsAnswer(failureReply(question.text, { Error: trace.error, Cause: trace.found }));
  }
  if (output?.kind === 'reply') {
    log.info('a question was answered', fields);
    return teamsAnswer(output.reply);
  }
  // Nobody would hear of the answer; and what is warm by then answers in time.
  if (output === undefined && !canPost) {
    log.warn('a question took too long', { status: 200, reason: 'too-long', ...fields });
    return teamsNote(tooLong);
  }
  return await begin(question, output, canPost, fields, parts);
}

async function begin(
  { text, asker, id, conversation }: TeamsQuestion,
  output: AskStepOutput | undefined,
  canPost: boolean,
  fields: Record<string, unknown>,
  { start, clock, log }: DoorParts,
): Promise<TeamsAnswer> {
  // An id of Teams is unique within its conversation.
  const name = executionName('teams', `${conversation} ${id}`);
  try {
    const question = { text, askedAt: clock().toISOString(), destination: { platform: 'teams', asker } } as const;
    const state = await start(name, question);
    log.info('a question was accepted', { ...fields, execution: name, state });
  } catch (error) {
    log.error('a question could not be handed on', {
      status: 200,
      reason: 'not-started',
      ...fields,
      ...traceOf(error),
    });
    return teamsNote(notStarted);
  }
  if (output === undefined) return teamsNote(later);
  return teamsNote(canPost ? begun : `${begunInSilence} ${askLater(output)}`);
}

const tooLong =
  'The answer takes longer than Teams waits for it, and no workflow is set up that could post it later. ' +
  'Please ask again in a minute.';
const later = 'The answer takes a little longer; a workflow posts it in the channel.';
const begun = 'The audit has begun. A workflow posts what it comes to in the channel.';
const begunInSilence = 'The audit has begun. No workflow is set up that could post what it comes to.';
const notStarted = 'Your question has arrived, but AWS did not take the work on. Please ask again in a minute.';

function askLater(output: AskStepOutput): string {
  const directory = output.kind === 'audit' ? output.request.directories?.[0] : undefined;
  return `Ask "status${directory === undefined ? '' : ` ${directory}`}" in some minutes.`;
}
