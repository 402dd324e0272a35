import checklist from '../../rules/frameworks/manual-checklist.json' with { type: 'json' };

/** Ids of the items that can be attested. */
export const manualItems: readonly string[] = checklist.items.map(({ id }) => id);
