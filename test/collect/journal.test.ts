import * as ec2 from '@aws-sdk/client-ec2';
import { DescribeWorkspacesCommand } from '@aws-sdk/client-workspaces';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Interruption, PageJournal } from '../../lib/collect/index.ts';
import { keyOf } from '../../lib/collect/journal-key.ts';
import { awsError, complete, completeExcept, mockEstate, type Run, runCollect } from './estate.ts';

let estate: ReturnType<typeof mockEstate>;
beforeEach(() => {
  estate = mockEstate();
});
afterEach(() => {
  for (const mock of Object.values(estate)) mock.restore();
});

/** Collects with a journal. @returns what was collected, and the lines that were recorded */
async function collectFrom(
  recorded: readonly string[],
  isTimeUp: () => boolean = () => false,
): Promise<Run & { readonly recorded: string[] }> {
  const lines = [...recorded];
  const record = async (line: string) => {
    lines.push(line);
  };
  const { ask } = new PageJournal({ recorded, record, isTimeUp });
  return { ...(await runCollect({ ask })), recorded: lines };
}
const calls = () => Object.values(estate).reduce((count, mock) => count + mock.calls().length, 0);

describe('a journal', () => {
  it('gives back what AWS said without asking again, dates as text the first time too', async () => {
    const first = await collectFrom([]);
    const asked = calls();
    const second = await collectFrom(first.recorded);
    expect([calls(), second.recorded]).toEqual([asked, first.recorded]);
    expect([first.coverage, second.coverage]).toEqual([complete, complete]);
    expect(second.lines.toSorted(byText)).toEqual(first.lines.toSorted(byText));
    expect(first.lines.find(({ type }) => type === 'DirectoryDescription')?.resource).toMatchObject({
      LaunchTime: '2026-01-02T03:04:05.000Z',
    });
  });

  it('does not mind the order of its lines, nor that some are lost or come twice', async () => {
    const first = await collectFrom([]);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...first.recorded, ...first.recorded.slice(0, 4)]), async (recorded) => {
        const asked = calls();
        const { coverage, lines } = await collectFrom(recorded);
        expect(coverage).toEqual(complete);
        expect(lines.toSorted(byText)).toEqual(first.lines.toSorted(byText));
        expect(calls() - asked).toBe(first.recorded.length - new Set(recorded).size);
      }),
      { numRuns: 30 },
    );
  });

  it('remembers why AWS did not answer, and how often it was asked', async () => {
    estate.vpc.on(ec2.DescribeVpcsCommand).rejects(awsError('RequestLimitExceeded', 'Request limit exceeded.', 8));
    const first = await collectFrom([]);
    estate.vpc.on(ec2.DescribeVpcsCommand).resolves({});
    const second = await collectFrom(first.recorded);
    const operation = 'ec2:DescribeVpcs';
    const failure = { errorCode: 'RequestLimitExceeded', message: 'Request limit exceeded.' };
    expect(second.coverage).toEqual(completeExcept({ operation, status: 'failed', count: 0, ...failure }));
    expect(second.progress.filter((step) => step.operation === operation)).toEqual([
      { operation, pages: 0, items: 0, throttles: 7, status: 'failed' },
    ]);
  });

  it.each([1, 2])('notices a token that repeats after %i pages were recorded', async (pages) => {
    let page = 0;
    estate.ws.on(DescribeWorkspacesCommand).callsFake(() => {
      page += 1;
      return { Workspaces: [{ WorkspaceId: `ws-${page}` }], NextToken: page === 2 ? 'B' : 'A' };
    });
    const whole = await collectFrom([]);
    expect(page).toBe(3);
    const ofWorkspaces = whole.recorded.filter((line) => line.includes('workspaces:DescribeWorkspaces"'));
    page = pages;
    const resumed = await collectFrom(ofWorkspaces.slice(0, pages));
    expect(page).toBe(3);
    expect(resumed.coverage).toEqual(whole.coverage);
    expect(whole.coverage).toContainEqual(
      expect.objectContaining({ operation: 'workspaces:DescribeWorkspaces', errorCode: 'RepeatedNextToken', count: 3 }),
    );
  });

  it('is refused when a line is none of its own', () => {
    const parts = { record: async () => {}, isTimeUp: () => false };
    expect(() => new PageJournal({ ...parts, recorded: ['{"type":"Snapshot"}'] })).toThrow(
      'a line of the journal has no key: {"type":"Snapshot"}',
    );
  });
});

describe('when the time is up', () => {
  it('begins no call, waits for those under way, and records their answers', async () => {
    let answer: (() => void) | undefined;
    estate.ws.on(DescribeWorkspacesCommand).callsFake(async () => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return { Workspaces: [], NextToken: 'two' };
    });
    const recorded: string[] = [];
    const record = async (line: string) => {
      recorded.push(line);
    };
    // The time is up as soon as anything was answered.
    const { ask } = new PageJournal({ recorded: [], record, isTimeUp: () => recorded.length > 0 });
    let outcome: unknown = 'under way';
    const collection = runCollect({ ask }).then(
      () => 'done',
      (error: unknown) => error,
    );
    void collection.then((end) => {
      outcome = end;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([outcome, recorded.length]).toEqual(['under way', 6]);
    answer?.();
    expect(await collection).toBeInstanceOf(Interruption);
    expect([calls(), recorded.length]).toEqual([7, 7]);
  });

  it('is over for good, whatever the clock says afterwards', async () => {
    let asks = 0;
    const isTimeUp = () => {
      asks += 1;
      return asks === 1;
    };
    const { ask } = new PageJournal({ recorded: [], record: async () => {}, isTimeUp });
    await expect(runCollect({ ask })).rejects.toBeInstanceOf(Interruption);
    expect([asks, calls()]).toEqual([1, 0]);
  });

  it('a page that cannot be recorded is an error, and no failure of its operation', async () => {
    const record = () => Promise.reject(new Error('the bucket is gone'));
    const { ask } = new PageJournal({ recorded: [], record, isTimeUp: () => false });
    await expect(runCollect({ ask })).rejects.toThrow('the bucket is gone');
  });
});

describe('the key of a page', () => {
  const filters = (...Values: string[]) => ({ Filters: [{ Name: 'subnet-id', Values }] });
  it('does not depend on the order of ids and members', () => {
    const key = keyOf('ec2:DescribeSubnets', { ...filters('a', 'b'), DryRun: false }, 'token');
    expect(keyOf('ec2:DescribeSubnets', { DryRun: false, ...filters('b', 'a') }, 'token')).toBe(key);
  });

  it('tells operations, inputs and tokens apart', () => {
    const keys = [
      keyOf('ec2:DescribeSubnets', filters('a', 'b'), undefined),
      keyOf('ec2:DescribeSubnets', filters('a', 'b'), 'token'),
      keyOf('ec2:DescribeSubnets', filters('a'), undefined),
      keyOf('ec2:DescribeSubnets', {}, undefined),
      keyOf('ec2:DescribeVpcs', {}, undefined),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

const byText = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
