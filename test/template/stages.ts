import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** What is packaged and validated: the least and the most that settings can ask for, in both partitions, and chats. */
export const stages = {
  account: {
    ...{ region: 'us-east-1', partition: 'aws' },
    ...{ settings: 'test/template/stages/account.yml', out: 'dist/template/account' },
  },
  chat: {
    ...{ region: 'us-east-1', partition: 'aws' },
    ...{ settings: 'test/template/stages/chat.yml', out: 'dist/template/chat' },
  },
  organization: {
    ...{ region: 'us-gov-west-1', partition: 'aws-us-gov' },
    ...{ settings: 'test/template/stages/organization.yml', out: 'dist/template/organization' },
  },
} as const;
export type StageName = keyof typeof stages;

export const stageNames: readonly StageName[] = ['account', 'chat', 'organization'];

export const templatePath = (stage: StageName): string =>
  `${stages[stage].out}/cloudformation-template-update-stack.json`;

const templateSchema = z.looseObject({
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(
    z.string(),
    z.looseObject({
      Type: z.string(),
      Condition: z.string().optional(),
      Properties: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
  Outputs: z.record(z.string(), z.looseObject({ Condition: z.string().optional(), Value: z.unknown() })).default({}),
});
export type Template = z.infer<typeof templateSchema>;

export const readTemplate = (path: string): Template => templateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
