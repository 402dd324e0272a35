import * as z from 'zod';
import { factTables, sorted } from '../facts/index.ts';
import { packSchema } from './pack.ts';

const factName = 'Name of a fact of the subject, or config.<parameter>.';

/**
 * The JSON Schema of pack files, from the same definitions that validate them, so that editors complete facts and
 * operators. Which facts belong to which subject is checked when a pack is loaded.
 */
export function packJsonSchema(): object {
  const facts = sorted(Object.values(factTables).flatMap((table) => Object.keys(table)));
  return z.toJSONSchema(packSchema, {
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (jsonSchema.description !== factName) return;
      delete jsonSchema.type;
      jsonSchema.anyOf = [{ enum: facts }, { type: 'string', pattern: '^config\\.[a-z][A-Za-z0-9]*$' }];
    },
  });
}
