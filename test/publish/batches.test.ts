import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchesOf } from '../../lib/publish/batches.ts';
import { padded } from './findings.ts';

const sizes = (lists: readonly (readonly unknown[])[]) => lists.map(({ length }) => length);

describe('batches', () => {
  it('hold 100 findings at most', () => {
    const { batches, tooLarge } = batchesOf(Array.from({ length: 201 }, (_, n) => padded(`id-${n}`)));
    expect([sizes(batches), tooLarge]).toStrictEqual([[100, 100, 1], []]);
  });

  it('hold 6 MB at most', () => {
    // 25 × 240,000 bytes are 6 MB, and the request around them makes them more.
    const { batches } = batchesOf(Array.from({ length: 26 }, (_, n) => padded(`id-${n}`, 240_000)));
    expect(sizes(batches)).toStrictEqual([24, 2]);
  });

  it('leave out a finding of more than 240 KB, counted in bytes', () => {
    const [fits, not] = [padded('fits', 240_000), padded('not', 240_001)];
    expect(batchesOf([not, fits])).toStrictEqual({ batches: [[fits]], tooLarge: [not] });
  });

  it('are none for no findings', () => {
    expect(batchesOf([])).toStrictEqual({ batches: [], tooLarge: [] });
  });

  it('keep all findings in order and every limit', () => {
    const findings = fc
      .array(fc.oneof(fc.integer({ min: 2000, max: 3000 }), fc.integer({ min: 200_000, max: 250_000 })), {
        maxLength: 260,
      })
      .map((bytes) => bytes.map((size, n) => padded(`id-${n}`, size)));
    fc.assert(
      fc.property(findings, (all) => {
        const { batches, tooLarge } = batchesOf(all);
        expect(batches.flat()).toStrictEqual(all.filter((finding) => !tooLarge.includes(finding)));
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(100);
          expect(Buffer.byteLength(JSON.stringify({ Findings: batch }))).toBeLessThanOrEqual(6_000_000);
        }
      }),
      { numRuns: 25 },
    );
  });
});
