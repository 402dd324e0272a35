import { describe, expect, test } from 'vitest';
import { readArguments } from '../../scripts/package-arguments.ts';

describe('arguments of packaging and deploying', () => {
  test('stage and Region, and what osls gets', () => {
    const args = ['--stage', 'prod', '--region', 'us-gov-west-1', '--', '--aws-profile', 'audit'];
    expect(readArguments(args, {})).toEqual({
      ...{ stage: 'prod', region: 'us-gov-west-1', settings: 'deploy/prod.yml', out: '.serverless' },
      rest: ['--aws-profile', 'audit'],
    });
  });

  const hint = 'For example: npm run deploy -- --stage prod --region us-gov-west-1';
  test('nothing given where there is no default', () => {
    expect(() => readArguments([], {})).toThrow(
      `--stage: it is not given. ${hint}\n--region: it is not given. ${hint}`,
    );
  });

  test('a stage and a Region that are none', () => {
    expect(() => readArguments(['--stage', 'Prod!', '--region', 'virginia'], {})).toThrow(
      '--stage Prod!: this is no name of a stage; expected up to 20 lower-case letters, digits and hyphens, ' +
        `beginning with a letter. ${hint}\n` +
        `--region virginia: this is no code of a Region; expected a code such as us-east-1. ${hint}`,
    );
  });

  test('an option that does not exist', () => {
    expect(() => readArguments(['--stagee', 'prod'], {})).toThrow("arguments: Unknown option '--stagee'");
  });
});
