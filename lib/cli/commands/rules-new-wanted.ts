import * as z from 'zod';
import { packSchema } from '../../engine/pack.ts';
import { InputError, type Problem } from '../../model/errors.ts';
import { suggestion } from '../../model/nearest.ts';
import { type SubjectType, subjectTypes } from '../../model/subject.ts';

const options = z.object({ dir: z.string(), subject: z.string(), rule: z.string().optional() });

/** What `rules new` was asked for. */
export interface WantedRule {
  readonly dir: string;
  readonly subject: SubjectType;
  readonly rule: string | undefined;
}

const isSubject = (name: string): name is SubjectType => subjectTypes.some((type) => type === name);

/** @throws InputError (`usage`) for ids that no pack may have, and kinds of subject that do not exist */
export function wantedRule(packId: string, raw: unknown): WantedRule {
  const { dir, subject, rule } = options.parse(raw);
  const problems = [
    ...wrongId(packId, `rules new ${packId}`),
    ...(rule === undefined ? [] : wrongId(rule, `--rule ${rule}`)),
  ];
  if (isSubject(subject) && problems.length === 0) return { dir, subject, rule };
  if (!isSubject(subject)) {
    problems.push({
      place: `--subject ${subject}`,
      found: `no kind of subject is named "${subject}"${suggestion(subject, subjectTypes)}`,
      expected: subjectTypes.join(', '),
      mend: 'Name one of these.',
    });
  }
  throw new InputError('usage', problems);
}

function wrongId(id: string, place: string): Problem[] {
  const { error } = packSchema.shape.id.safeParse(id);
  const [issue] = error?.issues ?? [];
  const mend = 'Choose an id such as our-desktops.';
  return issue === undefined
    ? []
    : [{ place, found: JSON.stringify(id), expected: 'lower case words joined by hyphens', mend }];
}
