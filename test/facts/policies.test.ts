import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { matcher } from '../../lib/facts/globs.ts';
import { arnsOverlap } from '../../lib/facts/policies/arn.ts';
import { policyOf } from '../../lib/facts/policies/document.ts';
import { overlaps } from '../../lib/facts/policies/overlap.ts';
import { Unknown } from '../../lib/model/unknown.ts';

const anyDirectory = 'arn:*:workspaces:*:*:directory/*';

describe('two patterns', () => {
  const letters = (...units: string[]) => fc.string({ unit: fc.constantFrom(...units), maxLength: 6 });

  it('have a text in common that fits one as it is, when it fits the other', () => {
    fc.assert(
      fc.property(letters('a', 'b', '*', '?'), letters('a', 'b'), (pattern, text) => {
        expect(overlaps(pattern, text)).toBe(matcher([pattern])(text));
      }),
    );
  });

  it('have it whichever comes first', () => {
    const pattern = letters('a', 'b', '*', '?');
    fc.assert(
      fc.property(pattern, pattern, (a, b) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a));
      }),
    );
  });

  it('have one when a text fits both', () => {
    fc.assert(
      fc.property(letters('a', '*', '?'), letters('a', '*', '?'), letters('a'), (a, b, text) => {
        fc.pre(matcher([a])(text) && matcher([b])(text));
        expect(overlaps(a, b)).toBe(true);
      }),
    );
  });
});

test.each([
  ['*', true],
  ['arn:aws:workspaces:*', true],
  ['arn:*', true],
  ['arn:aws:workspaces:us-east-1:111122223333:*', true],
  ['arn:aws:workspaces:us-east-1:111122223333:directory/d-1', true],
  ['arn:aws:workspaces:us-east-1:$' + '{aws:PrincipalAccount}:directory/d-1', true],
  ['arn:aws:workspaces:us-east-1:111122223333:workspace/*', false],
  // A star stays within its part.
  ['arn:aws:workspaces:*:*:workspace/*', false],
  ['arn:aws:s3:::*', false],
  ['arn:aws:workspaces', false],
  ['', false],
])('whether %s can be a directory: %s', (pattern, expected) => {
  expect(arnsOverlap(pattern, anyDirectory)).toBe(expected);
});

describe('a policy', () => {
  const statement = { Effect: 'Allow', Action: 'sts:AssumeRole' };
  const read = {
    hasVariables: true,
    statements: [
      {
        ...{ label: 'Statement[0]', effect: 'Allow', conditions: [] },
        actions: { patterns: ['sts:AssumeRole'], isInverted: false },
        resources: { patterns: ['*'], isInverted: false },
        principals: { names: [], isInverted: false },
      },
    ],
  };
  const document = { Version: '2012-10-17', Statement: [statement] };

  it.each([
    ['JSON', JSON.stringify(document)],
    ['JSON that is URL-encoded', encodeURIComponent(JSON.stringify(document))],
    ['what the AWS CLI decoded', document],
    ['one statement that is no list', { ...document, Statement: statement }],
  ])('is %s', (_, source) => {
    expect(policyOf(source, 'Policy')).toEqual(read);
  });

  it.each([
    ['no JSON', '{'],
    ['no percent-encoding', '%7'],
    ['without statements', {}],
    ['with another effect', { Statement: { ...statement, Effect: 'allow' } }],
    ['without an action', { Statement: { Effect: 'Allow' } }],
    ['with an action and its contrary', { Statement: { ...statement, NotAction: '*' } }],
    ['with a condition that tests nothing', { Statement: { ...statement, Condition: { StringEquals: 'persistent' } } }],
  ])('cannot be read: %s', (_, source) => {
    expect(policyOf(source, 'Policy')).toEqual(new Unknown('Policy cannot be read as a policy'));
  });

  it('may be absent', () => {
    expect(policyOf(null, 'Policy')).toEqual(new Unknown('Policy is absent'));
  });

  it('names principals by type, and values of conditions as text', () => {
    const Statement = {
      ...{ ...statement, Sid: 'Own', Action: undefined, NotAction: ['iam:*'], Resource: 'a' },
      Principal: { AWS: ['1', '2'], Service: 's' },
      Condition: { Bool: { 'aws:SecureTransport': true }, NumericEquals: { n: [1, 2] } },
    };
    expect(policyOf({ Statement }, 'Policy')).toEqual({
      hasVariables: false,
      statements: [
        {
          ...{ label: 'Own', effect: 'Allow' },
          actions: { patterns: ['iam:*'], isInverted: true },
          resources: { patterns: ['a'], isInverted: false },
          principals: { names: ['AWS 1', 'AWS 2', 'Service s'], isInverted: false },
          conditions: [
            { operator: 'Bool', key: 'aws:SecureTransport', values: ['true'] },
            { operator: 'NumericEquals', key: 'n', values: ['1', '2'] },
          ],
        },
      ],
    });
  });
});
