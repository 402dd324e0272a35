import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeSecretReader } from '../../lib/store/secrets.ts';
import { awsError } from '../collect/estate.ts';

const parameters = mockClient(SSMClient);
const secrets = mockClient(SecretsManagerClient);
const arn = 'arn:aws-us-gov:secretsmanager:us-gov-west-1:111122223333:secret:chat-AbCdEf';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => {
  vi.useRealTimers();
  parameters.reset();
  secrets.reset();
});

function makeReader() {
  const made: string[] = [];
  const read = makeSecretReader(
    {
      ssm: async () => {
        made.push('ssm');
        return new SSMClient({ region: 'us-east-1' });
      },
      secretsManager: async () => {
        made.push('secretsManager');
        return new SecretsManagerClient({ region: 'us-gov-west-1' });
      },
    },
    Date.now,
  );
  return { read, made };
}

const problemOf = async (reading: Promise<string>): Promise<string> => {
  const error: unknown = await reading.catch((thrown: unknown) => thrown);
  return error instanceof Error ? `${error.name}: ${error.message}` : 'nothing was thrown';
};

describe('a secret', () => {
  it('is read and decrypted from Parameter Store, with no other client', async () => {
    parameters.on(GetParameterCommand).resolves({ Parameter: { Value: ' value\n' } });
    const { read, made } = makeReader();
    expect(await read('ssm:/chat/signing-secret')).toBe('value');
    expect(parameters.commandCalls(GetParameterCommand).map(({ args }) => args[0].input)).toStrictEqual([
      { Name: '/chat/signing-secret', WithDecryption: true },
    ]);
    expect(made).toStrictEqual(['ssm']);
  });

  it('is read from Secrets Manager, with no other client', async () => {
    secrets.on(GetSecretValueCommand).resolves({ SecretString: 'value' });
    const { read, made } = makeReader();
    expect(await read(arn)).toBe('value');
    expect(secrets.commandCalls(GetSecretValueCommand).map(({ args }) => args[0].input)).toStrictEqual([
      { SecretId: arn },
    ]);
    expect(made).toStrictEqual(['secretsManager']);
  });

  it('may be one member of an object, whose members are read at once', async () => {
    secrets.on(GetSecretValueCommand).resolves({ SecretString: '{"slack":"one","teams":"two"}' });
    const { read } = makeReader();
    expect([await read(`${arn}#slack`), await read(`${arn}#teams`)]).toStrictEqual(['one', 'two']);
    expect(secrets.commandCalls(GetSecretValueCommand).length).toBe(1);
  });
});

describe('a secret that cannot be used is told without its value', () => {
  const mend = `Store it as {"token":"…"}`;
  it.each([
    ['it is no JSON object', 'hush', `it is no JSON object. ${mend}, or name no member.`],
    ['an array', '["hush"]', `it is no JSON object. ${mend}, or name no member.`],
    ['no such member', '{"other":"hush"}', `it has no member token. ${mend}, or name another member.`],
    ['a member that is no text', '{"token":["hush"]}', `its member token is no text. ${mend}, or name another member.`],
    ['an empty member', '{"token":" ","other":"hush"}', 'it is empty. Store the value again.'],
  ])('%s', async (_, SecretString, problem) => {
    secrets.on(GetSecretValueCommand).resolves({ SecretString });
    const found = await problemOf(makeReader().read(`${arn}#token`));
    expect(found).toBe(`SecretError: the secret ${arn}#token: ${problem}`);
    expect(found).not.toContain('hush');
  });

  it('an object has by itself is no member', async () => {
    secrets.on(GetSecretValueCommand).resolves({ SecretString: '{}' });
    expect(await problemOf(makeReader().read(`${arn}#constructor`))).toContain('it has no member constructor');
  });

  it('binary', async () => {
    secrets.on(GetSecretValueCommand).resolves({ SecretBinary: Buffer.from('hush') });
    expect(await problemOf(makeReader().read(arn))).toBe(
      `SecretError: the secret ${arn}: it is binary, not text. Store the value as text.`,
    );
  });

  it('a parameter without a value', async () => {
    parameters.on(GetParameterCommand).resolves({});
    expect(await problemOf(makeReader().read('ssm:/x'))).toBe(
      'SecretError: the secret ssm:/x: it has no value. Store the value as text.',
    );
  });

  it('one that AWS does not give out, which is asked for again the next time', async () => {
    parameters
      .on(GetParameterCommand)
      .rejectsOnce(awsError('AccessDeniedException'))
      .resolves({ Parameter: { Value: 'value' } });
    const { read } = makeReader();
    expect(await problemOf(read('ssm:/x'))).toBe(
      'SecretError: the secret ssm:/x: it cannot be read (AccessDeniedException: AccessDeniedException happened). Check that it is there and that the role of the function may read it.',
    );
    expect(await read('ssm:/x')).toBe('value');
  });

  it('one that AWS goes on to refuse, which is asked for twice and then every five seconds, whoever sends what', async () => {
    parameters.on(GetParameterCommand).rejects(awsError('AccessDeniedException'));
    const { read } = makeReader();
    const asked = () => parameters.commandCalls(GetParameterCommand).length;
    const problems = new Set<string>();
    const counts: number[] = [];
    for (const pause of [0, 0, 0, 4_999, 1, 0]) {
      vi.setSystemTime(Date.now() + pause);
      problems.add(await problemOf(read('ssm:/x')));
      counts.push(asked());
    }
    expect(counts).toStrictEqual([1, 2, 2, 2, 3, 3]);
    expect(problems.size).toBe(1);
    parameters.on(GetParameterCommand).resolves({ Parameter: { Value: 'value' } });
    vi.setSystemTime(Date.now() + 5_000);
    expect([await read('ssm:/x'), await read('ssm:/x')]).toStrictEqual(['value', 'value']);
  });

  it('one whose client could not be made, which is made again the next time', async () => {
    parameters.on(GetParameterCommand).resolves({ Parameter: { Value: 'value' } });
    const ssm = vi.fn(async () => new SSMClient({ region: 'us-east-1' }));
    ssm.mockRejectedValueOnce(new Error('no Region'));
    const secretsManager = async () => new SecretsManagerClient({ region: 'us-east-1' });
    const read = makeSecretReader({ ssm, secretsManager }, Date.now);
    expect(await problemOf(read('ssm:/x'))).toContain('it cannot be read (Error: no Region)');
    expect(await read('ssm:/x')).toBe('value');
  });
});

describe('a rotated secret', () => {
  const start = new Date('2026-11-22T09:00:00.000Z').getTime();

  it('is in use after five minutes, or at once when the held one does not fit, whatever the order of things', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('rotate' as const) }),
      fc.record({ do: fc.constant('read' as const) }),
      fc.record({ do: fc.constant('fresh' as const) }),
      fc.record({ do: fc.constant('wait' as const), seconds: fc.constantFrom(1, 29, 30, 31, 299, 300, 301) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        vi.setSystemTime(start);
        let value = 0;
        parameters.reset();
        parameters.on(GetParameterCommand).callsFake(() => ({ Parameter: { Value: `value ${value}` } }));
        const { read } = makeReader();
        let held: { value: number; at: number } | undefined;
        let lastFresh = Number.NEGATIVE_INFINITY;
        let fetches = 0;
        for (const each of steps) {
          if (each.do === 'rotate') value += 1;
          else if (each.do === 'wait') vi.setSystemTime(Date.now() + each.seconds * 1000);
          else {
            const now = Date.now();
            const fresh = each.do === 'fresh' && now - lastFresh >= 30_000;
            if (fresh) lastFresh = now;
            if (held === undefined || fresh || now - held.at > 300_000) {
              held = { value, at: now };
              fetches += 1;
            }
            expect(await read('ssm:/x', { fresh: each.do === 'fresh' })).toBe(`value ${held.value}`);
          }
        }
        expect(parameters.commandCalls(GetParameterCommand).length).toBe(fetches);
      }),
    );
  });

  it('costs one call in thirty seconds at most, however many forged requests come', async () => {
    vi.setSystemTime(start);
    parameters.on(GetParameterCommand).resolves({ Parameter: { Value: 'value' } });
    const { read } = makeReader();
    for (let second = 0; second < 60; second += 1) {
      vi.setSystemTime(start + second * 1000);
      await Promise.all([read('ssm:/x', { fresh: true }), read('ssm:/x', { fresh: true })]);
    }
    expect(parameters.commandCalls(GetParameterCommand).length).toBeLessThanOrEqual(3);
  });
});
