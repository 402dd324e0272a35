import { readFile } from 'node:fs/promises';
import { type FunctionName, functionNames } from '../lambda/artifact.ts';
import { bucketName } from './storage.ts';

const functionArn = (name: FunctionName): string => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;

/** The state machine's definition with its substitutions, as CloudFormation makes them. */
export async function definition(): Promise<string> {
  const capital = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const substitutions = new Map([
    ['Partition', 'aws'],
    ['EvidenceBucketName', bucketName],
    ['MaxConcurrency', '3'],
    ...functionNames.map((name) => [`${capital(name)}FunctionArn`, functionArn(name)] as const),
  ]);
  const text = await readFile('infra/state-machine.asl.json', 'utf8');
  return text.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = substitutions.get(name);
    if (value === undefined) throw new Error(`the definition names ${name}, which nothing substitutes`);
    return value;
  });
}
