import * as z from 'zod';

const finding = z.looseObject({
  ruleId: z.string(),
  subjectId: z.string(),
  accountId: z.string(),
  region: z.string(),
});
const gap = z.looseObject({ accountId: z.string(), region: z.string(), operation: z.string() });
const unreached = z.looseObject({ accountId: z.string(), region: z.string(), message: z.string() });
const list = <Line extends z.ZodType>(line: Line) => z.looseObject({ lines: z.array(line) });

const digestSchema = z.looseObject({
  ...{ targets: z.number(), newFindings: z.boolean(), highestSeverity: z.string() },
  ...{ appeared: list(finding), changed: list(finding), resolved: list(finding) },
  ...{ coverageLost: list(gap), coverageRegained: list(gap), unreached: list(unreached) },
});

const findingText = ({ ruleId, subjectId, accountId, region }: z.infer<typeof finding>): string =>
  `${accountId} ${region} ${ruleId} ${subjectId}`;
const gapText = ({ accountId, region, operation }: z.infer<typeof gap>): string =>
  `${accountId} ${region} ${operation}`;

/** The body that queues receive, with a line of text for each line of its lists. */
export function digestOf(message: string) {
  const digest = digestSchema.parse(JSON.parse(message));
  return {
    ...{ targets: digest.targets, newFindings: digest.newFindings, highestSeverity: digest.highestSeverity },
    appeared: digest.appeared.lines.map(findingText).sort(),
    changed: digest.changed.lines.map(findingText).sort(),
    resolved: digest.resolved.lines.map(findingText).sort(),
    coverageLost: digest.coverageLost.lines.map(gapText).sort(),
    coverageRegained: digest.coverageRegained.lines.map(gapText).sort(),
    unreached: digest.unreached.lines.map(({ accountId, region, message: why }) => `${accountId} ${region} ${why}`),
  };
}

export type DigestText = ReturnType<typeof digestOf>;

/** A digest that has nothing to tell. */
export const quiet: DigestText = {
  ...{ targets: 6, newFindings: false, highestSeverity: 'NONE' },
  ...{ appeared: [], changed: [], resolved: [], coverageLost: [], coverageRegained: [], unreached: [] },
};
