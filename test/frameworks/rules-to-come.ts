/**
 * Rules that the mapping names and no pack holds yet. The list only ever gets shorter: take a rule out when it is built.
 */
export const rulesToCome: readonly string[] = [];
