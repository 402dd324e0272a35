import { code, type Reply, type Section } from '../../../chat/index.ts';
import type { Problem } from '../../../model/errors.ts';

/** More than these say nothing new. */
const mostProblems = 20;

/** Says what is wrong with a request, and how to mend it. */
export const refusal = (problems: readonly Problem[]): Reply => ({
  mood: 'refused',
  title: 'This cannot be answered as it was asked.',
  sections: [problemSection(problems)],
  next: [],
});

/** Each problem in a line: where it is, what is there, and how to mend it. */
export function problemSection(problems: readonly Problem[]): Section {
  const omitted = Math.max(0, problems.length - mostProblems);
  const lines = problems
    .slice(0, mostProblems)
    .map(({ place, found, expected, mend }) => [
      code(place.replace(/^the request: /, '')),
      `: ${found}${expected === undefined ? '' : `; expected ${expected}`}. ${mend}`,
    ]);
  return { lines, isList: true, ...(omitted === 0 ? {} : { omitted }) };
}
