import * as z from 'zod';
import { dataSchemas } from '../../../chat/answers/data.ts';
import { type Command, commands } from '../../../chat/index.ts';
import { answerShape } from '../plain/answer.ts';
import { plainSchemas } from '../plain/request.ts';
import { textRequestSchema } from './ask.ts';

/**
 * The JSON Schema of what function `ask` takes and answers, from the definitions that check requests. Requests are closed,
 * so that a mistyped member is found; answers are open, because members are added.
 */
export function askJsonSchema(): object {
  const requests = Object.fromEntries(commands.map((command) => [`${command}Request`, closed(plainSchemas[command])]));
  const answers = Object.fromEntries(commands.map((command) => [`${command}Data`, open(dataSchemas[command])]));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Requests and answers of function ask',
    $ref: '#/$defs/request',
    $defs: {
      request: { oneOf: [...commands.map((command) => reference(`${command}Request`)), reference('textRequest')] },
      answer: {
        ...open(z.object({ ...answerShape, data: z.unknown().describe('By command; null but in answers') })),
        allOf: commands.map(dataOf),
      },
      textRequest: closed(textRequestSchema),
      textAnswer: { type: 'string', description: 'What a textRequest gets: one line' },
      ...requests,
      ...answers,
    },
  };
}

const reference = (name: string) => ({ $ref: `#/$defs/${name}` });

const dataOf = (command: Command) => ({
  if: { properties: { command: { const: command } } },
  // biome-ignore lint/suspicious/noThenProperty: JSON Schema's word
  then: { properties: { data: { anyOf: [{ type: 'null' }, reference(`${command}Data`)] } } },
});

/** As a caller writes it: members with a default may be left out. */
const closed = (schema: z.ZodType): object => withoutDialect(z.toJSONSchema(schema, { io: 'input' }));

const open = (schema: z.ZodType): object =>
  withoutDialect(
    z.toJSONSchema(schema, {
      unrepresentable: 'any',
      override: ({ jsonSchema }) => {
        if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      },
    }),
  );

function withoutDialect({ $schema, ...schema }: z.core.JSONSchema.BaseSchema): object {
  return schema;
}
