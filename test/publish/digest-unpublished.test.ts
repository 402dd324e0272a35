import { expect, test } from 'vitest';
import { type ImportCounts, unpublishedMessage } from '../../lib/publish/digest-unpublished.ts';

const taken: ImportCounts = { failed: 0, unsent: 0, refusals: [], unavailable: null };
const refusal = { code: 'AccessDeniedException', message: 'No.' };

test.each<[Partial<ImportCounts>, string | undefined]>([
  [{}, undefined],
  [
    { unavailable: { why: 'denied', ...refusal }, unsent: 2 },
    'Security Hub may not be used (AccessDeniedException: No.); findings not sent: 2',
  ],
  [
    { unavailable: { why: 'not-in-region', code: 'ENOTFOUND', message: 'ENOTFOUND' } },
    'Security Hub is not in this Region (ENOTFOUND)',
  ],
  [{ failed: 3, refusals: [refusal] }, 'findings refused: 3, the first with AccessDeniedException: No.'],
  [{ failed: 3 }, 'findings refused: 3'],
])('%j is told once', (changes, message) => {
  expect(unpublishedMessage({ ...taken, ...changes })).toBe(message);
});
