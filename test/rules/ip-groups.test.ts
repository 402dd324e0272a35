import { describe, expect, it } from 'vitest';
import { account, directory, group, judged, onlyResult } from './ip-group-builders.ts';

const directories = 'workspaces:DescribeWorkspaceDirectories';
const groups = 'workspaces:DescribeIpGroups';
const office = '52.0.2.0/24';
const times = (n: number) => Array.from({ length: n }, (_, index) => index);

describe('ip-group-not-empty', () => {
  const rule = 'ip-group-not-empty';

  it.each([
    [
      'a group with a rule passes',
      [directory('d-1', ['wsipg-1']), group('wsipg-1', [office])],
      { 'wsipg-1': 'COMPLIANT' },
    ],
    [
      'an only group without rules blocks everybody',
      [directory('d-1', ['wsipg-1']), group('wsipg-1', [])],
      { 'wsipg-1': 'NON_COMPLIANT HIGH' },
    ],
    [
      'an empty group beside one with rules is graded down',
      [directory('d-1', ['wsipg-1', 'wsipg-2']), group('wsipg-1', []), group('wsipg-2', [office])],
      { 'wsipg-1': 'NON_COMPLIANT MEDIUM', 'wsipg-2': 'COMPLIANT' },
    ],
    [
      'two empty groups of one directory block everybody',
      [directory('d-1', ['wsipg-1', 'wsipg-2']), group('wsipg-1', []), group('wsipg-2', [])],
      { 'wsipg-1': 'NON_COMPLIANT HIGH', 'wsipg-2': 'NON_COMPLIANT HIGH' },
    ],
    [
      'a group that blocks one of its directories is graded by that one',
      [
        directory('d-1', ['wsipg-1', 'wsipg-2']),
        directory('d-2', ['wsipg-1']),
        group('wsipg-1', []),
        group('wsipg-2', [office]),
      ],
      { 'wsipg-1': 'NON_COMPLIANT HIGH', 'wsipg-2': 'COMPLIANT' },
    ],
    [
      'an unreadable rule of a sibling is still a rule',
      [directory('d-1', ['wsipg-1', 'wsipg-2']), group('wsipg-1', []), group('wsipg-2', ['the office'])],
      { 'wsipg-1': 'NON_COMPLIANT MEDIUM', 'wsipg-2': 'COMPLIANT' },
    ],
    [
      'a group of no directory is not judged',
      [directory('d-1', []), group('wsipg-1', [])],
      { 'wsipg-1': 'NOT_APPLICABLE' },
    ],
    [
      'a group of no directory is not judged, whatever else is unknown',
      [directory('d-1', []), group('wsipg-1')],
      { 'wsipg-1': 'NOT_APPLICABLE' },
    ],
    [
      'an answer without rules is not an empty group',
      [directory('d-1', ['wsipg-1']), group('wsipg-1')],
      { 'wsipg-1': 'INSUFFICIENT_DATA' },
    ],
    [
      'a group that AWS does not return has no result',
      [directory('d-1', ['wsipg-1', 'wsipg-9']), group('wsipg-1', [office])],
      { 'wsipg-1': 'COMPLIANT' },
    ],
    ['an estate without groups has no results', [directory('d-1', [])], {}],
  ])('%s', async (_, lines, expected) => {
    expect(await judged(rule, { lines })).toEqual(expected);
  });

  it('does not know which groups are in use when directories were denied', async () => {
    const lines = [group('wsipg-1', []), group('wsipg-2', [office])];
    expect(await judged(rule, { lines, coverage: { [directories]: 'denied' } })).toEqual({
      'wsipg-1': `INSUFFICIENT_DATA ${directories}`,
      'wsipg-2': `INSUFFICIENT_DATA ${directories}`,
    });
  });

  it('judges groups of the directories that were read, when not all were', async () => {
    const lines = [directory('d-1', ['wsipg-1']), group('wsipg-1', []), group('wsipg-2', [])];
    expect(await judged(rule, { lines, coverage: { [directories]: 'partial' } })).toEqual({
      'wsipg-1': 'NON_COMPLIANT HIGH',
      'wsipg-2': `INSUFFICIENT_DATA ${directories}`,
    });
  });

  it('says on the account that groups were denied, when none is known', async () => {
    const scene = { lines: [directory('d-1', [])], coverage: { [groups]: 'denied' } } as const;
    expect(await judged(rule, scene)).toEqual({ [account]: `INSUFFICIENT_DATA ${groups}` });
  });

  it('says on the group itself that it was denied, when a directory names it', async () => {
    const scene = { lines: [directory('d-1', ['wsipg-1'])], coverage: { [groups]: 'denied' } } as const;
    expect(await judged(rule, scene)).toEqual({ 'wsipg-1': `INSUFFICIENT_DATA ${groups}` });
  });
});

describe('ip-group-quota-rules', () => {
  const rule = 'ip-group-quota-rules';
  const rules = (n: number) => times(n).map((index) => `52.0.${index}.0/24`);

  it.each([
    ['one rule', rules(1), 'COMPLIANT'],
    ['nine rules', rules(9), 'COMPLIANT'],
    ['ten rules', rules(10), 'COMPLIANT'],
    ['eleven rules', rules(11), 'NON_COMPLIANT LOW'],
    ['eleven rules that cannot be read', times(11).map((index) => `office ${index}`), 'NON_COMPLIANT LOW'],
    ['no rules', [], 'NOT_APPLICABLE'],
    ['an answer without rules', undefined, 'INSUFFICIENT_DATA'],
  ])('%s', async (_, userRules, expected) => {
    expect(await judged(rule, { lines: [group('wsipg-1', userRules)] })).toEqual({ 'wsipg-1': expected });
  });

  it('counts in groups that no directory uses, and needs no directory', async () => {
    const lines = [group('wsipg-1', rules(11))];
    expect(await judged(rule, { lines, coverage: { [directories]: 'denied' } })).toEqual({
      'wsipg-1': 'NON_COMPLIANT LOW',
    });
  });

  it('notes which rules others contain, and of two that are the same the later', async () => {
    const ranges = [
      '52.1.2.0/24',
      '52.1.0.0/16',
      '52.1.2.3',
      '52.2.0.0/16',
      '52.2.9.9/16',
      '52.3.0.0/16',
      'the office',
    ];
    const { evidence } = await onlyResult(rule, { lines: [group('wsipg-1', ranges)] });
    expect(evidence.notes).toEqual(['52.1.2.0/24, 52.1.2.3, 52.2.9.9/16 are contained in other rules of the group.']);
  });

  it('notes the tenth rule, and not the ninth', async () => {
    const full = await onlyResult(rule, { lines: [group('wsipg-1', rules(10))] });
    const roomy = await onlyResult(rule, { lines: [group('wsipg-1', rules(9))] });
    expect(full.evidence.notes).toEqual(['There is no room for another rule.']);
    expect(roomy.evidence.notes ?? []).toEqual([]);
  });
});

describe('ip-group-quota-per-region', () => {
  const rule = 'ip-group-quota-per-region';
  const lines = (n: number) => times(n).map((index) => group(`wsipg-${index}`, [office]));

  it.each([
    [0, 'NOT_APPLICABLE'],
    [1, 'COMPLIANT'],
    [89, 'COMPLIANT'],
    [90, 'COMPLIANT'],
    [100, 'COMPLIANT'],
    [101, 'NON_COMPLIANT LOW'],
  ])('%i groups', async (n, expected) => {
    expect(await judged(rule, { lines: lines(n) })).toEqual({ [account]: expected });
  });

  it('notes from the ninetieth group on that the quota is near', async () => {
    const near = await onlyResult(rule, { lines: lines(90) });
    const far = await onlyResult(rule, { lines: lines(89) });
    expect(near.evidence.notes).toEqual(['The limit of 100 is near.']);
    expect(far.evidence.notes ?? []).toEqual([]);
  });

  it.each([
    ['nothing when denied', 0, 'denied', `INSUFFICIENT_DATA ${groups}`],
    ['not enough when partly read', 100, 'partial', `INSUFFICIENT_DATA ${groups}`],
    ['not even that there are groups, when none of a part was read', 0, 'partial', `INSUFFICIENT_DATA ${groups}`],
    ['enough when the part is already too many', 101, 'partial', 'NON_COMPLIANT LOW'],
  ] as const)('knows %s', async (_, n, status, expected) => {
    expect(await judged(rule, { lines: lines(n), coverage: { [groups]: status } })).toEqual({ [account]: expected });
  });

  it('does not speak for the Region when only some directories were read', async () => {
    expect(await judged(rule, { lines: lines(5), scope: { directories: ['d-1'] } })).toEqual({
      [account]: 'INSUFFICIENT_DATA',
    });
  });
});

describe('ip-group-unused', () => {
  const rule = 'ip-group-unused';

  it.each([
    [
      'a group of a directory passes',
      [directory('d-1', ['wsipg-1']), group('wsipg-1', [])],
      { 'wsipg-1': 'COMPLIANT' },
    ],
    [
      'one directory is enough, and each group is told apart',
      [directory('d-1', []), directory('d-2', ['wsipg-1']), group('wsipg-1', [office]), group('wsipg-2', [office])],
      { 'wsipg-1': 'COMPLIANT', 'wsipg-2': 'NON_COMPLIANT INFORMATIONAL' },
    ],
    [
      'a group of no directory is reported',
      [directory('d-1', undefined), group('wsipg-1', [office])],
      { 'wsipg-1': 'NON_COMPLIANT INFORMATIONAL' },
    ],
    [
      'a group whose rules are unknown is reported too',
      [directory('d-1', []), group('wsipg-1')],
      { 'wsipg-1': 'NON_COMPLIANT INFORMATIONAL' },
    ],
    ['a new account without directories is not judged', [group('wsipg-1', [office])], { 'wsipg-1': 'NOT_APPLICABLE' }],
    [
      'a group that only a leaving directory references is referenced all the same',
      [directory('d-1', ['wsipg-1'], { State: 'DEREGISTERING' }), directory('d-2', []), group('wsipg-1', [office])],
      { 'wsipg-1': 'COMPLIANT' },
    ],
    [
      'a directory that is gone is not a registered one',
      [directory('d-1', [], { State: 'DEREGISTERED' }), group('wsipg-1', [office])],
      { 'wsipg-1': 'NOT_APPLICABLE' },
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await judged(rule, { lines })).toEqual(expected);
  });

  it('is unknown when directories were denied', async () => {
    const lines = [group('wsipg-1', [office])];
    expect(await judged(rule, { lines, coverage: { [directories]: 'denied' } })).toEqual({
      'wsipg-1': `INSUFFICIENT_DATA ${directories}`,
    });
  });

  it('knows of a group in use when directories were partly read, and nothing of the others', async () => {
    const lines = [directory('d-1', ['wsipg-1']), group('wsipg-1', [office]), group('wsipg-2', [office])];
    expect(await judged(rule, { lines, coverage: { [directories]: 'partial' } })).toEqual({
      'wsipg-1': 'COMPLIANT',
      'wsipg-2': `INSUFFICIENT_DATA ${directories}`,
    });
  });

  it('does not call a group unused when only some directories were read', async () => {
    const lines = [directory('d-1', ['wsipg-1']), group('wsipg-1', [office]), group('wsipg-2', [office])];
    expect(await judged(rule, { lines, scope: { directories: ['d-1'] } })).toEqual({
      'wsipg-1': 'COMPLIANT',
      'wsipg-2': 'INSUFFICIENT_DATA',
    });
  });

  it('says on the account that groups were denied, when none is known', async () => {
    const scene = { lines: [directory('d-1', [])], coverage: { [groups]: 'denied' } } as const;
    expect(await judged(rule, scene)).toEqual({ [account]: `INSUFFICIENT_DATA ${groups}` });
  });

  it('knows that a group is in use from the directory alone', async () => {
    const scene = { lines: [directory('d-1', ['wsipg-1'])], coverage: { [groups]: 'denied' } } as const;
    expect(await judged(rule, scene)).toEqual({ 'wsipg-1': 'COMPLIANT' });
  });
});
