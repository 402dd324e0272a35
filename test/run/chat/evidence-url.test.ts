import { expect, test } from 'vitest';
import { evidenceUrl } from '../../../lib/run/chat/evidence-url.ts';

test.each([
  [
    'us-east-1',
    'https://us-east-1.console.aws.amazon.com/s3/object/evidence?region=us-east-1&prefix=runs%2Fr%2Fx.json',
  ],
  [
    'us-gov-west-1',
    'https://console.amazonaws-us-gov.com/s3/object/evidence?region=us-gov-west-1&prefix=runs%2Fr%2Fx.json',
  ],
  ['cn-north-1', 'https://console.amazonaws.cn/s3/object/evidence?region=cn-north-1&prefix=runs%2Fr%2Fx.json'],
])('an object has a page in the console of its partition: %s', (region, url) => {
  expect(evidenceUrl({ bucket: 'evidence', region }, 'runs/r/x.json')).toBe(url);
});

test.each(['runs/r/', ''])('a prefix leads to what is below it: "%s"', (prefix) => {
  expect(evidenceUrl({ bucket: 'evidence', region: 'eu-west-1' }, prefix)).toBe(
    `https://eu-west-1.console.aws.amazon.com/s3/buckets/evidence?region=eu-west-1&prefix=${encodeURIComponent(prefix)}`,
  );
});

test('nothing in a key ends the query', () => {
  const url = new URL(evidenceUrl({ bucket: 'evidence', region: 'eu-west-1' }, 'reports/a&region=x#y z.json'));
  expect([...url.searchParams, url.hash]).toStrictEqual([
    ['region', 'eu-west-1'],
    ['prefix', 'reports/a&region=x#y z.json'],
    '',
  ]);
});
