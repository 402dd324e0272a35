import type * as z from 'zod';
import { problemsOf, type Source } from '../engine/json-problems.ts';
import type { Problem } from '../model/errors.ts';

/** The problems of a JSON input. The messages of the steps' schemas say "expected" themselves, as problems do. */
export const planProblems = (issues: readonly z.core.$ZodIssue[], value: unknown, source: Source): Problem[] =>
  problemsOf(issues, value, source).map(({ expected, ...problem }) =>
    expected === undefined ? problem : { ...problem, expected: expected.replace(/^expected /, '') },
  );
