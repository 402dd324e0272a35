import * as z from 'zod';
import { definition } from '../world/definition.ts';
import { type Execution, Executions } from '../world/executions.ts';
import { Night } from '../world/night.ts';
import { Platforms } from './platforms.ts';
import { type ChatSecrets, makeSecrets, storeSecrets } from './secrets.ts';
import { commandForm, mentionEvent, slackRequest } from './slack.ts';
import { activity, teamsRequest } from './teams.ts';
import { urlEvent, type WebRequest } from './url-event.ts';

const answerSchema = z.strictObject({
  statusCode: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});

/** What the front door answers. */
export type DoorAnswer = z.infer<typeof answerSchema>;

/** What a platform was sent. */
export interface Message {
  readonly url: string;
  readonly authorization: string | undefined;
  /** JSON read back. */
  readonly content: unknown;
}

/** What one request did, seen from outside, when all that it began has ended. */
export interface Conversation {
  readonly answer: DoorAnswer;
  /** Executions of the chat state machine that it started. */
  readonly executions: readonly (Execution & { readonly name: string })[];
  readonly messages: readonly Message[];
  /** Functions that were invoked, in order, but for the front door. */
  readonly invoked: readonly string[];
}

/** A deployment that audits an organization and may be asked from Slack and Teams. */
export class ChatWorld {
  readonly night = new Night();
  readonly platforms = new Platforms(['hooks.slack.com', 'slack.com', 'prod-00.westus.logic.azure.com']);
  readonly secrets: ChatSecrets = makeSecrets();
  readonly executions = new Executions();
  /** Hosts that a function looked for and that no platform has. */
  readonly strangers: string[] = [];

  async start(): Promise<void> {
    await this.platforms.start();
    await this.night.start();
    const CHAT = await storeSecrets(this.secrets);
    const AuditStateMachineArn = this.night.stateMachineArn;
    const CHAT_STATE_MACHINE_ARN = await this.executions.create(
      'workspaces-auditor-chat',
      await definition('chat-state-machine.asl.json', { AuditStateMachineArn }),
    );
    await this.night.deploy('ask', { STATE_MACHINE_ARN: AuditStateMachineArn });
    await this.night.deploy('chat', { CHAT, CHAT_STATE_MACHINE_ARN, ASK_FUNCTION_NAME: 'ask' });
    await this.night.deploy('deliver', { CHAT, ...this.platforms.environment });
  }

  async stop(): Promise<void> {
    await this.night.stop();
    await this.platforms.stop();
  }

  /** Mends what a test broke, and forgets what was posted. */
  mend(): void {
    this.strangers.push(...this.platforms.strangers);
    this.platforms.forget();
    this.night.router.faults.clear();
    for (const name of ['ask', 'collect', 'deliver', 'digest'] as const)
      this.night.router.functions.set(name, this.night.functions.get(name));
  }

  /** Starts a function cold again. */
  async restart(name: 'chat'): Promise<void> {
    this.night.router.functions.set(name, await this.night.functions.restart(name, 10));
  }

  /** Waits for the end of all questions. */
  async settle(): Promise<void> {
    await Promise.all((await this.executions.names()).map((name) => this.executions.end(name)));
  }

  /** Sends a request to the function URL. */
  async send(request: WebRequest): Promise<DoorAnswer> {
    return answerSchema.parse(await this.invoke('chat', urlEvent(request)));
  }

  /** Sends a request to the function URL, and waits for the end of all that it began. */
  async converse(request: WebRequest): Promise<Conversation> {
    this.night.router.forget();
    this.platforms.posts.length = 0;
    const before = new Set(await this.executions.names());
    const answer = await this.send(request);
    const names = (await this.executions.names()).filter((name) => !before.has(name));
    const executions = await Promise.all(names.map(async (name) => ({ name, ...(await this.executions.end(name)) })));
    const messages = this.platforms.posts.map(({ body, ...post }) => ({ ...post, content: JSON.parse(body) }));
    return { answer, executions, messages, invoked: this.night.router.invocations.map(({ name }) => name) };
  }

  /** Types a slash command in Slack. */
  async command(text: string, changed: Readonly<Record<string, string>> = {}): Promise<Conversation> {
    return await this.converse(slackRequest(commandForm(text, changed), this.secrets.signingSecret));
  }

  /** Mentions the app in a thread of Slack. */
  async mention(text: string): Promise<Conversation> {
    return await this.converse(slackRequest(mentionEvent(text), this.secrets.signingSecret));
  }

  /** Mentions the outgoing webhook in a channel of Teams. */
  async teams(text: string): Promise<Conversation> {
    return await this.converse(teamsRequest(activity(text), this.secrets.securityToken));
  }

  /** Invokes a function as an IAM principal does. */
  async invoke(name: 'ask' | 'chat', event: unknown): Promise<unknown> {
    return JSON.parse(await this.night.functions.get(name).invoke(JSON.stringify(event)));
  }
}
