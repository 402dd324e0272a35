import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type DeliverParts, deliverStep } from '../../../../lib/run/chat/deliver/deliver.ts';
import type { ChatSettings } from '../../../../lib/run/chat/settings.ts';
import type { DeliverInput } from '../../../../lib/run/chat/steps.ts';

export const botToken = 'xoxb-000000000000-hushhushhush';
export const responseUrl = 'https://hooks.slack.com/commands/T0AUDIT00/1234567890/hushhushhush';
export const workflowUrl =
  'https://default0123.00.environment.api.powerplatform.com/workflows/0123/triggers/manual/paths/invoke?sig=hushhushhush';

export const settings: ChatSettings = {
  slack: {
    ...{ signingSecret: 'ssm:/chat/signing-secret', botToken: 'ssm:/chat/bot-token' },
    ...{ workspaces: ['T0AUDIT00'], channels: ['C0AUDIT00'] },
  },
  teams: {
    ...{ securityToken: 'ssm:/chat/security-token', workflowUrl: 'ssm:/chat/workflow-url' },
    ...{ tenants: ['11111111-2222-4333-8444-555555555555'], channels: ['19:abc@thread.tacv2'] },
  },
};

/** How a platform answers one message. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Closes the connection instead. */
  readonly isLost?: boolean;
}

interface Received {
  readonly method: string;
  /** Where it was sent, as the sender believes. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** Slack and Teams on the loopback interface: the real `fetch`, sent there instead of to the host of an address. */
export class Platforms {
  readonly received: Received[] = [];
  readonly waits: number[] = [];
  readonly reads: string[] = [];
  readonly log: string[] = [];
  readonly secrets: Record<string, string> = {
    'ssm:/chat/bot-token': botToken,
    'ssm:/chat/workflow-url': workflowUrl,
  };
  /** What fresh reads find, after what is remembered. */
  readonly rotated: Record<string, string> = {};
  readonly #answers: Answer[] = [];
  readonly #server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method = '', headers } = request;
    this.received.push({ method, url: String(headers['x-meant-for']), headers, body: JSON.parse(body) });
    const answer = this.#answers.shift() ?? { status: 500 };
    if (answer.isLost) request.socket.destroy();
    else response.writeHead(answer.status ?? 200, { ...answer.headers }).end(answer.body ?? 'ok');
  });

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Answers to the next messages, in order. */
  answer(...answers: readonly Answer[]): void {
    this.#answers.push(...answers);
  }

  deliver(input: DeliverInput, given: ChatSettings = settings) {
    const write = (level: string) => (message: string, fields: object) =>
      void this.log.push(`${level} ${message} ${JSON.stringify(fields)}`);
    const parts: DeliverParts = {
      settings: given,
      fetch: async (url, init) => await fetch(this.#local(), { ...init, headers: withTarget(String(url), init) }),
      wait: async (milliseconds) => void this.waits.push(milliseconds),
      readSecret: async (reference, { fresh = false } = {}) => {
        this.reads.push(`${reference}${fresh ? ' fresh' : ''}`);
        return (fresh ? this.rotated[reference] : undefined) ?? this.secrets[reference] ?? '';
      },
      log: { info: write('info'), warn: write('warn'), error: write('error') },
    };
    return deliverStep(input, parts);
  }

  #local(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return `http://127.0.0.1:${address.port}/`;
  }
}

function withTarget(url: string, init: RequestInit | undefined): Headers {
  const headers = new Headers(init?.headers);
  headers.set('x-meant-for', url);
  return headers;
}
