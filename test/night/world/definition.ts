import { readFile } from 'node:fs/promises';
import { functionNames } from '../lambda/artifact.ts';
import { bucketName } from './storage.ts';

/** What the definitions of both state machines may name. */
const common = new Map([
  ['Partition', 'aws'],
  ['EvidenceBucketName', bucketName],
  ['MaxConcurrency', '3'],
  ...functionNames.map(
    (name) =>
      [
        `${name.charAt(0).toUpperCase()}${name.slice(1)}FunctionArn`,
        `arn:aws:lambda:us-east-1:123456789012:function:${name}`,
      ] as const,
  ),
]);

/**
 * A state machine's definition with its substitutions, as CloudFormation makes them.
 *
 * @param file in `infra`
 * @param own substitutions of this definition alone
 */
export async function definition(file: string, own: Readonly<Record<string, string>> = {}): Promise<string> {
  const text = await readFile(`infra/${file}`, 'utf8');
  return text.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = own[name] ?? common.get(name);
    if (value === undefined) throw new Error(`the definition names ${name}, which nothing substitutes`);
    return value;
  });
}
