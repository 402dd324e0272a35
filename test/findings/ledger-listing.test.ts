import { expect, test } from 'vitest';
import { Estate, factParameters, populationOf } from '../../lib/facts/index.ts';
import * as operations from '../../lib/facts/operations.ts';
import { listedBy } from '../../lib/findings/proof.ts';
import { subjectTypes } from '../../lib/model/subject.ts';
import { snapshot } from './baseline-snapshot.ts';
import { first } from './ledger-run.ts';

const every: readonly string[] = [...new Set(Object.values(operations).flat())];

test.each(every)('while %s is denied, no subject that it lists is taken for gone', (denied) => {
  const entries = every.map((operation) => {
    const status = operation === denied ? ('denied' as const) : ('complete' as const);
    return [operation, { operation, status, count: 0 }] as const;
  });
  const estate = new Estate(
    { ...snapshot('', first), coverage: new Map(entries) },
    factParameters.parse({}),
    undefined,
  );
  const listing = subjectTypes.filter((type) => populationOf(estate, type).unknown?.operations.includes(denied));
  expect(listing.filter((type) => !listedBy[type].includes(denied))).toEqual([]);
});
