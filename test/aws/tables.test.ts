import { expect, test } from 'vitest';
import { KeyRing } from './credentials.ts';
import { ec2Listings } from './operations/ec2.ts';
import { operations } from './operations/index.ts';
import { stsOperations } from './operations/sts.ts';
import { serviceModels } from './wire/shapes.ts';

test('every operation in the wire table is served, and nothing else', () => {
  const described = Object.entries(serviceModels).flatMap(([service, { operations: models }]) =>
    Object.keys(models).map((operation) => `${service}:${operation}`),
  );
  const served = [...Object.keys(operations), ...Object.keys(stsOperations(new KeyRing()))];
  expect(served.sort()).toStrictEqual(described.sort());
});

test.each(Object.entries(ec2Listings))(
  'every filter of %s that is served is one that AWS documents',
  (name, listing) => {
    const documented = serviceModels.ec2?.operations[name]?.filters ?? [];
    const served = Object.keys(listing.filters ?? {});
    expect(served.filter((filter) => !documented.includes(filter))).toStrictEqual([]);
  },
);
