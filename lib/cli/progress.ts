import type { Progress } from '../collect/index.ts';
import type { CliIo } from './io.ts';

/** Shows how far collecting has come. */
export interface ProgressDisplay {
  readonly show: (accountId: string, region: string, progress: Progress) => void;
  /** Clears the line that is being updated. */
  readonly finish: () => void;
}

const clearLine = '\r\u001B[2K';

/**
 * On a terminal: a line for each operation that is read, and one that is updated while it is being read. Nothing
 * anywhere else, so that logs and pipes stay clean.
 */
export function progressOn({ stderr }: CliIo, quiet: boolean): ProgressDisplay {
  if (quiet || stderr.isTTY !== true) return { show: () => {}, finish: () => {} };
  return {
    show: (accountId, region, progress) => {
      const text = `${accountId} ${region} ${describe(progress)}`;
      const line = text.slice(0, Math.max(20, (stderr.columns ?? 80) - 1));
      stderr.write(`${clearLine}${line}${progress.status === 'reading' ? '' : '\n'}`);
    },
    finish: () => stderr.write(clearLine),
  };
}

function describe({ operation, pages, items, throttles, status }: Progress): string {
  const counts = `${count(pages, 'page')}, ${count(items, 'item')}, ${count(throttles, 'throttle')}`;
  return `${operation}: ${counts}${status === 'reading' ? ' …' : `, ${status}`}`;
}

const count = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;
