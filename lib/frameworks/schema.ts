import * as z from 'zod';

/** How far the rules of a control cover it. Only what is not `supporting` can ever be satisfied. */
export const coverages = ['full', 'partial', 'supporting'] as const;

const text = z.string().min(1);
export const controlId = z.string().regex(/^[A-Z]{2}-\d+(\(\d+\))?$/, 'a control id such as SC-7(5)');
const itemId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id in kebab-case');

/** Which publication a list of facts follows, and what it was compared with, when. */
export const sourceSchema = z.strictObject({
  publication: text,
  version: text,
  checkedAgainst: text,
  checkedOn: z.iso.date(),
  /** How many entries were compared. */
  checked: z.int().nonnegative(),
});

/** `rules/frameworks/controls.json` */
export const controlsSchema = z.strictObject({
  about: text,
  source: sourceSchema,
  controls: z.record(controlId, text),
});

const added = z.strictObject({
  id: controlId,
  /** Whether the sources agree that the framework holds it. */
  verified: z.boolean(),
  note: text.optional(),
});

/** A framework's own file in `rules/frameworks/`. */
export const frameworkSchema = z.strictObject({
  id: itemId,
  title: text,
  source: sourceSchema,
  /** Framework whose controls it holds too. */
  base: itemId.optional(),
  /** `mapped`: the controls that the mapping names, for a catalog that is no baseline. */
  controls: z.union([z.literal('mapped'), z.array(controlId).min(1)]).optional(),
  adds: z.array(added).default([]),
  /** What it asks for that is not listed, a sentence each. */
  unlisted: z.array(text).default([]),
});

/** `rules/frameworks/mapping.json` */
export const mappingSchema = z.strictObject({
  about: text,
  controls: z.array(
    z.strictObject({
      id: controlId,
      coverage: z.enum(coverages),
      /** Why the rules cover it so far and no further. */
      because: text,
      rules: z.array(itemId),
      /** Items that complete it where coverage is partial. */
      manual: z.array(itemId),
    }),
  ),
});

/** `rules/frameworks/manual-checklist.json` */
export const checklistSchema = z.strictObject({
  about: text,
  items: z.array(
    z.strictObject({
      id: itemId,
      group: text,
      title: text,
      check: text,
      /** Section of the AWS guide that asks for it; absent for what completes a control. */
      section: text.optional(),
      controls: z.array(controlId).min(1),
    }),
  ),
});

export type Source = z.infer<typeof sourceSchema>;
export type ControlMapping = z.infer<typeof mappingSchema>['controls'][number];
export type ManualItem = z.infer<typeof checklistSchema>['items'][number];
