import controls from '../../rules/frameworks/controls.json' with { type: 'json' };
import il4 from '../../rules/frameworks/dod-srg-il4.json' with { type: 'json' };
import il5 from '../../rules/frameworks/dod-srg-il5.json' with { type: 'json' };
import high from '../../rules/frameworks/fedramp-high.json' with { type: 'json' };
import moderate from '../../rules/frameworks/fedramp-moderate.json' with { type: 'json' };
import checklist from '../../rules/frameworks/manual-checklist.json' with { type: 'json' };
import mapping from '../../rules/frameworks/mapping.json' with { type: 'json' };
import catalog from '../../rules/frameworks/nist-800-53-rev5.json' with { type: 'json' };
import {
  type ControlMapping,
  checklistSchema,
  controlsSchema,
  frameworkSchema,
  type ManualItem,
  mappingSchema,
} from './schema.ts';

/** The frameworks that this program knows, as they stand in their files. */
export const readFrameworks = () => [catalog, moderate, high, il4, il5].map((file) => frameworkSchema.parse(file));

/** Short titles by control id. */
export const readTitles = (): { readonly [id: string]: string } => controlsSchema.parse(controls).controls;

/** What rules and people have to say, by control. */
export const readMapping = (): readonly ControlMapping[] => mappingSchema.parse(mapping).controls;

/** The manual checklist, in its order. */
export const readManualItems = (): readonly ManualItem[] => checklistSchema.parse(checklist).items;
