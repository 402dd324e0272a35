import { once } from 'node:events';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { ownAccount, ownKeys } from '../../moto/clients.ts';
import { motoUrl } from '../../moto/settings.ts';
import type { EmulatedFunction } from '../lambda/function.ts';
import { routerPort } from '../settings.ts';
import { type Call, callOf } from './call.ts';
import { Faults } from './faults.ts';
import { forward, type Reply } from './forward.ts';
import { importOf, type Offer } from './imports.ts';
import { invoke, invokedName } from './invoke.ts';
import { answerMissing } from './missing.ts';
import { refuse } from './refuse.ts';

/** What a server of ours answers. */
interface Content {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string | Buffer;
}

/**
 * Stands where moto's engine and the functions take AWS to be: calls functions, lets go wrong what a test asks for, and
 * leaves all else to moto.
 */
export class Router {
  readonly functions = new Map<string, EmulatedFunction>();
  readonly faults = new Faults();
  /** Findings that were offered to Security Hub, and calls of AWS by account, in order. */
  readonly offers: Offer[] = [];
  readonly calls: Call[] = [];
  readonly invocations: { readonly name: string; readonly event: string; readonly answer: string }[] = [];
  /** Secret keys and session tokens that were issued for roles. */
  readonly secrets: string[] = [];
  /** moto takes keys that it did not issue for its own account's. */
  readonly #accounts = new Map([[ownKeys.accessKeyId, ownAccount]]);
  readonly #server = createServer((request, response) => {
    this.#answer(request).then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
      (error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  });

  async start(): Promise<void> {
    this.#server.listen(routerPort, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  /** Forgets what it saw; a test looks at one run. */
  forget(): void {
    this.offers.length = 0;
    this.calls.length = 0;
    this.invocations.length = 0;
  }

  async #answer(request: IncomingMessage): Promise<Content> {
    const body = await buffer(request);
    const name = invokedName(request.url ?? '');
    if (name !== undefined) {
      const event = String(body);
      const invocation = await invoke(name, event, this.functions, this.faults);
      this.invocations.push({ name, event, answer: invocation.body });
      return invocation;
    }
    const call = callOf(request, String(body), (key) => this.#accounts.get(key));
    this.calls.push(call);
    await delay(this.faults.late.get(call.accountId ?? '') ?? 0);
    return this.#refuse(call) ?? answerMissing(call) ?? contentOf(await this.#pass(request, call, body));
  }

  #refuse(call: Call): Content | undefined {
    const { action, accountId, body } = call;
    const role = action === 'sts:AssumeRole' ? new URLSearchParams(body).get('RoleArn') : null;
    const isBroken = role !== null && this.faults.brokenRoles.has(role.split(':')[4] ?? '');
    const isDenied = this.faults.denied.some((one) => one.accountId === accountId && one.action === action);
    const isUntold = action === 'cloudtrail:LookupEvents' && !this.faults.trails.has(accountId ?? '');
    if (!isBroken && !isDenied && !isUntold) return undefined;
    return refuse(call, role ?? '*');
  }

  async #pass(request: IncomingMessage, call: Call, body: Buffer): Promise<Reply> {
    if (call.action === 'securityhub:BatchImportFindings') {
      const imported = importOf(call, this.faults.rejected);
      this.offers.push(...imported.offers);
      const reply = await forward(motoUrl, request, Buffer.from(imported.body));
      return { ...reply, body: Buffer.from(imported.answer(String(reply.body))) };
    }
    const reply = await forward(motoUrl, request, body);
    if (call.action === 'sts:AssumeRole') {
      const issued = /<(?:SecretAccessKey|SessionToken)>([^<]+)</g;
      this.secrets.push(...Array.from(String(reply.body).matchAll(issued), ([, secret = '']) => secret));
      const key = /<AccessKeyId>([^<]+)</.exec(String(reply.body))?.[1];
      const account = new URLSearchParams(call.body).get('RoleArn')?.split(':')[4];
      if (key !== undefined && account !== undefined) this.#accounts.set(key, account);
    }
    return reply;
  }
}

function contentOf({ status, headers, body }: Reply): Content {
  const { 'transfer-encoding': _, connection: __, 'keep-alive': ___, ...kept } = headers;
  return { status, headers: { ...kept, 'content-length': body.length }, body };
}
