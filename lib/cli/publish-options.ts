import type { Command } from 'commander';
import { InputError } from '../model/errors.ts';
import { suggestion } from '../model/nearest.ts';

/** Where findings are to be published. */
export interface Publication {
  readonly securityHub: boolean;
  /** The topic of the digest; undefined where none is asked for. */
  readonly topic: Topic | undefined;
}

export interface Topic {
  readonly arn: string;
  readonly partition: string;
  readonly region: string;
}

export interface PublishFlags {
  readonly publish?: string;
  readonly topic?: string;
}

const destinations = ['security-hub', 'sns'];

export const addPublishOptions = (command: Command, what: string): Command =>
  command
    .option('--publish <destinations>', `${what}: ${destinations.join(', ')}, or both with a comma`)
    .option('--topic <arn>', 'SNS topic, for --publish sns');

/**
 * @returns undefined when nothing is to be published
 * @throws InputError `usage` for unknown destinations, and for a topic that is malformed, missing or has no use
 */
export function publicationOf({ publish, topic }: PublishFlags): Publication | undefined {
  const names = publish?.split(',').map((name) => name.trim()) ?? [];
  const unknown = names.filter((name) => !destinations.includes(name));
  if (unknown.length > 0) {
    throw new InputError(
      'usage',
      unknown.map((name) => ({
        place: '--publish',
        found: `"${name}"${suggestion(name, destinations)}`,
        expected: destinations.join(', '),
        mend: 'Name one of them, or both with a comma.',
      })),
    );
  }
  const sns = names.includes('sns');
  if (sns !== (topic !== undefined)) {
    const found = sns ? '--publish sns is given without it' : 'it is given without --publish sns';
    throw new InputError('usage', { place: '--topic', found, mend: 'Give both or neither.' });
  }
  if (publish === undefined) return undefined;
  return { securityHub: names.includes('security-hub'), topic: topic === undefined ? undefined : topicOf(topic) };
}

function topicOf(arn: string): Topic {
  const [, partition, region] = /^arn:(aws[a-z-]*):sns:([a-z0-9-]+):\d{12}:[A-Za-z0-9_.-]+$/.exec(arn) ?? [];
  if (partition !== undefined && region !== undefined) return { arn, partition, region };
  throw new InputError('usage', {
    place: '--topic',
    found: `"${arn}"`,
    expected: 'the ARN of a topic, such as arn:aws:sns:us-east-1:111122223333:wsaudit',
    mend: 'Correct the ARN.',
  });
}
