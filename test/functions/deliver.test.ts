import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';

const secret = 'hushhushhush';
const event = {
  destination: {
    ...{ platform: 'slack', channel: 'C0AUDIT00', user: 'U0ASKER00' },
    responseUrl: `https://hooks.slack.com/commands/T0AUDIT00/1234567890/${secret}`,
  },
  text: 'status',
  reply: { mood: 'clean', title: 'Nothing is open.', sections: [], next: [] },
};
const slack = { signingSecret: 'ssm:/signing-secret', workspaces: ['T0AUDIT00'], channels: ['C0AUDIT00'] };
const context = { functionName: 'deliver', awsRequestId: 'request' };

/** Invokes the function as Lambda traces it, with a proxy between it and Slack that refuses. */
async function deliver(daemon: string, proxy: string): Promise<string> {
  const module = resolve('functions/deliver.ts');
  const program = `
    const { handler } = await import(${JSON.stringify(module)});
    await handler(${JSON.stringify(event)}, ${JSON.stringify(context)}).catch(({ message }) => console.log(message));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...{ PATH: '', CHAT: JSON.stringify({ slack }), AWS_REGION: 'us-east-1' },
      ...{ LAMBDA_TASK_ROOT: resolve('.'), AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
      _X_AMZN_TRACE_ID: 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=557abcec3ee5a047;Sampled=1',
      ...{ AWS_XRAY_DAEMON_ADDRESS: daemon, NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: proxy, NO_PROXY: '127.0.0.1' },
    },
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(String(chunk)));
  await once(child, 'close');
  return output.join('');
}

test('the address that takes an answer is neither in a trace, nor in a log, nor in what is thrown', async () => {
  const traces: string[] = [];
  const daemon = createSocket('udp4').on('message', (message) => void traces.push(String(message)));
  daemon.bind(0, '127.0.0.1');
  await once(daemon, 'listening');
  const proxy = createServer((socket) => void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  const output = await deliver(`127.0.0.1:${daemon.address().port}`, `http://127.0.0.1:${address.port}`);
  await sleep(200);
  daemon.close();
  proxy.close();
  expect(output).toContain('the address of the slash command did not answer');
  expect(traces.join('\n')).toContain('DeliveryError');
  expect(output + traces.join('\n')).not.toContain(secret);
});
