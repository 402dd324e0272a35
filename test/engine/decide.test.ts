import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition } from '../../lib/engine/conditions.ts';
import { Decider } from '../../lib/engine/decide.ts';
import { AtLeast, Unknown } from '../../lib/model/unknown.ts';
import { factsOf } from './builders.ts';

const yes = (fact: string): Condition => ({ fact, operator: 'equal', value: true });
const decide = async (tree: Condition, facts: Parameters<typeof factsOf>[0]) =>
  (await new Decider([tree]).decide(factsOf(facts)))[0]?.value;
const unknown = new Unknown('not read', ['ec2:DescribeSubnets']);

describe('three-valued verdicts', () => {
  test.each([
    ['all', [true, true], true],
    ['all', [true, unknown], undefined],
    ['all', [false, unknown], false],
    ['any', [false, false], false],
    ['any', [false, unknown], undefined],
    ['any', [true, unknown], true],
  ] as const)('%s of %j is %s', async (kind, [a, b], expected) => {
    const children = [yes('a'), yes('b')];
    expect(await decide(kind === 'all' ? { all: children } : { any: children }, { a, b })).toBe(expected);
  });

  test('an unknown on the right-hand side leaves the comparison open', async () => {
    const tree = { fact: 'a', operator: 'equal', value: { fact: 'b' } };
    expect(await decide(tree, { a: 'x', b: unknown })).toBeUndefined();
    expect(await decide(tree, { a: 'x', b: 'x' })).toBe(true);
  });

  test('agree with trying every value of the unknown facts, on any tree', async () => {
    const names = ['a', 'b', 'c'];
    const tree = fc.letrec<{ node: Condition }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(...names).map(yes),
        fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
        fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      ),
    })).node;
    const value = fc.constantFrom(true, false, unknown);
    await fc.assert(
      fc.asyncProperty(tree, fc.record({ a: value, b: value, c: value }), async (node, facts) => {
        // Each leaf by itself: two leaves of one unknown fact may be taken differently, so only monotone trees compare.
        const completions = [true, false].map((taken) => evaluate(node, (name) => resolve(facts, name, taken)));
        const expected = completions[0] === completions[1] ? completions[0] : undefined;
        expect(await decide(node, facts)).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });
});

const resolve = (facts: Readonly<Record<string, boolean | Unknown>>, name: string, taken: boolean): boolean => {
  const value = facts[name];
  return typeof value === 'boolean' ? value : taken;
};

function evaluate(node: Condition, read: (name: string) => boolean): boolean {
  if ('all' in node) return node.all.every((child) => evaluate(child, read));
  if ('any' in node) return node.any.some((child) => evaluate(child, read));
  return read(node.fact);
}

describe('a count of which only a lower bound is known', () => {
  test.each([
    ['greaterThan', 2, 3, true],
    ['greaterThan', 3, 3, undefined],
    ['greaterThanInclusive', 3, 3, true],
    ['lessThanInclusive', 2, 3, false],
    ['lessThanInclusive', 3, 3, undefined],
    ['lessThan', 3, 3, false],
    ['equal', 0, 3, false],
    ['equal', 3, 3, undefined],
    ['notEqual', 0, 3, true],
  ])('%s %d with at least %d is %s', async (operator, value, floor, expected) => {
    expect(await decide({ fact: 'n', operator, value }, { n: new AtLeast(floor, unknown) })).toBe(expected);
  });
});

describe('what json-rules-engine would get wrong', () => {
  test('an unknown value does not make a negative comparison true', async () => {
    expect(await decide({ fact: 'a', operator: 'notEqual', value: 'x' }, { a: unknown })).toBeUndefined();
    expect(await decide({ fact: 'a', operator: 'notIn', value: ['x'] }, { a: unknown })).toBeUndefined();
    expect(await decide({ fact: 'a', operator: 'doesNotContain', value: 'x' }, { a: unknown })).toBeUndefined();
  });

  test('a value with the keys of an object prototype is a value like any other', async () => {
    expect(await decide({ fact: 'constructor', operator: 'equal', value: 'x' }, { constructor: 'x' })).toBe(true);
  });

  test('one decider answers many questions in turn, each by its own values', async () => {
    const decider = new Decider([yes('a')]);
    const values = [true, false, unknown, true, unknown, false];
    const answers: (boolean | undefined)[] = [];
    for (const a of values) answers.push((await decider.decide(factsOf({ a })))[0]?.value);
    expect(answers).toEqual([true, false, undefined, true, undefined, false]);
  });
});

test('a decision names the comparisons that made it, and no others', async () => {
  const [a, b, c] = [yes('a'), yes('b'), yes('c')];
  const [both] = await new Decider([{ all: [a, { any: [b, c] }] }]).decide(factsOf({ a: true, b: false, c: false }));
  expect(both).toEqual({ value: false, failing: [b, c], open: [] });
  const [open] = await new Decider([{ all: [a, { any: [b, c] }] }]).decide(factsOf({ a: true, b: false, c: unknown }));
  expect(open).toEqual({ value: undefined, failing: [], open: [c] });
  const [shut] = await new Decider([{ all: [a, b] }]).decide(factsOf({ a: false, b: unknown }));
  expect(shut).toEqual({ value: false, failing: [a], open: [] });
});
