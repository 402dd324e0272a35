import type { CoverageStatus } from '../model/coverage.ts';

/** How far one operation has been read. Told after every page and once at the end. */
export interface Progress {
  readonly operation: string;
  readonly pages: number;
  readonly items: number;
  /** Calls that the SDK had to repeat, because AWS throttled them or failed transiently. */
  readonly throttles: number;
  readonly status: 'reading' | CoverageStatus;
}

export type OnProgress = (progress: Progress) => void;
