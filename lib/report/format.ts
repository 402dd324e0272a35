import type { Report } from '../model/report.ts';

export interface FormatOptions {
  /** Whether COMPLIANT and NOT_APPLICABLE results are listed too. */
  readonly all: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
  /** How the reader calls this program, for what to run next. */
  readonly program: string;
  /** Operations that list subjects and were not completely read. */
  readonly unlisted: readonly string[];
}

/** Puts a report into text, piece by piece: the results of a large fleet do not fit into one string. */
export type Format = (report: Report, options: FormatOptions) => Iterable<string>;

/** What the formats of a framework's report look at. */
export type FrameworkOptions = Pick<FormatOptions, 'all' | 'width' | 'color' | 'program'>;
