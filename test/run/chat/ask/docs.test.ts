import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { textRequestSchema } from '../../../../lib/run/chat/ask/ask.ts';
import { askJsonSchema } from '../../../../lib/run/chat/ask/json-schema.ts';
import { answerShape } from '../../../../lib/run/chat/plain/answer.ts';
import { plainRequestSchema, plainSchemas } from '../../../../lib/run/chat/plain/request.ts';

const pages = { 'ask.md': '', 'chat-amazon-q.md': '' };
const page = (name: keyof typeof pages): string =>
  readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8');

/** The code blocks of a page. */
const blocks = (name: keyof typeof pages, language: string): string[] =>
  [...page(name).matchAll(/^```(\w*)\n(.*?)^```$/gms)].flatMap(([, tag, code = '']) =>
    tag === language ? [code] : [],
  );

const policySchema = z.strictObject({
  Version: z.literal('2012-10-17'),
  Statement: z.array(
    z.strictObject({
      Sid: z.string().optional(),
      Effect: z.literal('Allow'),
      Action: z.enum(['lambda:InvokeFunction', 'sts:AssumeRole']),
      Resource: z
        .string()
        .regex(/^arn:aws(-us-gov)?:lambda:[\w-]+:\d{12}:function:workspaces-auditor-prod-ask$/)
        .optional(),
      Principal: z.strictObject({ Service: z.literal('chatbot.amazonaws.com') }).optional(),
    }),
  ),
});
const pasted = z.union([
  plainRequestSchema,
  z.strictObject({ ...answerShape, data: z.unknown() }),
  policySchema,
  z.strictObject({ newFindings: z.tuple([z.literal('true')]) }),
  z.strictObject({ CommandText: z.string().max(100) }),
]);

describe.each(['ask.md', 'chat-amazon-q.md'] as const)('docs/%s', (name) => {
  test('has JSON that is what it says', () => {
    const problems = blocks(name, 'json').flatMap((code) => pasted.safeParse(JSON.parse(code)).error ?? []);
    expect(problems).toStrictEqual([]);
  });

  test('has payloads that the function takes', () => {
    const text = page(name).replaceAll('\\"', '"').replaceAll('$question', 'status');
    const payloads = [...text.matchAll(/(?:--payload |ask |send |Send |with )[`']?'?(\{[^\n]*?\})[`'\n"]/g)];
    const requests = payloads.map(([, payload = '']) => JSON.parse(payload.replace('"…"', '"ask-1"')));
    expect(requests.length).toBeGreaterThanOrEqual(3);
    const either = z.union([plainRequestSchema, textRequestSchema]);
    expect(requests.filter((request) => !either.safeParse(request).success)).toStrictEqual([]);
  });
});

test('docs/ask.md lists the members of every command', () => {
  const rows = [...page('ask.md').matchAll(/^\| `(\w+)` \| (`.*?) \| .* \|$/gm)].filter(
    ([, name]) => name !== 'answered',
  );
  const listed = rows.map(([, command, members = '']) => [
    command,
    [...members.matchAll(/`(\w+)`( \(required\))?/g)].map(([, member, required]) => [member, required !== undefined]),
  ]);
  const taken = Object.entries(plainSchemas).map(([command, schema]) => {
    const { required = [] } = z.toJSONSchema(schema, { io: 'input' });
    const members = Object.keys(schema.shape).filter((member) => member !== 'command');
    return [command, members.map((member) => [member, required.includes(member)])];
  });
  const sorted = (entries: typeof listed) =>
    Object.fromEntries(entries.map(([key, value]) => [String(key), [...(value ?? [])].map(String).sort()]));
  expect(sorted(listed)).toStrictEqual(sorted(taken));
});

test('the pipeline of docs/ask.md decides by members that the answer of an audit has, and passes nothing unread', () => {
  const schema = z.object({ $defs: z.object({ auditData: z.json() }) }).parse(askJsonSchema()).$defs.auditData;
  const node = z.looseObject({ properties: z.record(z.string(), z.unknown()).optional() });
  const [script = ''] = blocks('ask.md', 'sh').filter((code) => code.startsWith('#!/bin/sh'));
  const paths = [...script.matchAll(/\.data\.([\w.]+)/g)].map(([, path = '']) => path);
  expect(paths).toEqual(expect.arrayContaining(['outcome', 'gaps.total', 'lost.total', 'bySeverity.HIGH']));
  for (const path of paths.filter((each) => !each.startsWith('bySeverity.'))) {
    const found = path.split('.').reduce<unknown>((at, key) => node.parse(at).properties?.[key], schema);
    expect(found, path).toBeDefined();
  }
});

test('the rules that the pages name are built in', () => {
  const pack = z.object({ rules: z.array(z.looseObject({ id: z.string() })) });
  const directory = new URL('../../../../rules/', import.meta.url);
  const packs = readdirSync(directory).filter((file) => /^(?!.*schema).*\.json$/.test(file));
  const ids = packs.flatMap((file) => pack.parse(JSON.parse(readFileSync(new URL(file, directory), 'utf8'))).rules);
  const text = page('ask.md') + page('chat-amazon-q.md');
  const named = [...text.matchAll(/"rule": "([\w-]+)"|why ([\w-]+) /g)].map(([, a, b]) => a ?? b);
  expect(named).toStrictEqual(['ip-group-associated', 'ip-group-associated']);
  expect(ids.map(({ id }) => id)).toContain('ip-group-associated');
});

describe('the JSON Schema', () => {
  const schemaText = JSON.stringify(askJsonSchema());
  const { $defs } = z.object({ $defs: z.record(z.string(), z.looseObject({})) }).parse(askJsonSchema());

  test('refers to nothing that it does not define', () => {
    const references = [...schemaText.matchAll(/"\$ref":"#\/\$defs\/(\w+)"/g)].map(([, name]) => name);
    expect(references.filter((name) => name === undefined || !Object.hasOwn($defs, name))).toStrictEqual([]);
    expect(schemaText).not.toMatch(/"\$ref":"(?!#\/\$defs\/)/);
  });

  test('closes requests and leaves answers open', () => {
    const isClosed = (name: string) => JSON.stringify($defs[name]).includes('"additionalProperties":false');
    expect(Object.keys($defs).filter(isClosed)).toStrictEqual([
      'textRequest',
      ...Object.keys(plainSchemas).map((command) => `${command}Request`),
    ]);
  });

  test('asks for what has no default only', () => {
    expect($defs.auditRequest).toMatchObject({ required: ['command'] });
    expect($defs.whyRequest).toMatchObject({ required: ['command', 'rule'] });
  });
});
