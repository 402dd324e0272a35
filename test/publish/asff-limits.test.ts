import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingOf } from '../../lib/publish/asff.ts';
import { schemaProblems } from './asff-schema.ts';
import { hostile, result, results, sighting } from './results.ts';

describe('whatever names and evidence hold', () => {
  const state = fc.constantFrom('open' as const, 'resolved' as const);
  const findings = fc
    .tuple(results, hostile, fc.option(hostile, { nil: undefined }), state)
    .map(([found, id, sourceUrl, now]) => findingOf(found, { ...sighting, id, sourceUrl, state: now }));

  it("fits the service's own model", () => {
    fc.assert(
      fc.property(findings, (finding) => {
        expect(schemaProblems(finding)).toStrictEqual([]);
      }),
    );
  });

  it('names 32 of 33 controls', () => {
    const controls = Array.from({ length: 33 }, (_, n) => `AC-${n}`);
    const { Compliance } = findingOf(result({ controls }), sighting);
    expect(Compliance?.RelatedRequirements).toStrictEqual(controls.slice(0, 32).map((id) => `NIST.800-53.r5 ${id}`));
  });

  it('keeps every limit', () => {
    fc.assert(
      fc.property(findings, (finding) => {
        const { Remediation, Compliance, ProductFields = {}, Resources = [] } = finding;
        const other = Resources[0]?.Details?.Other ?? {};
        const lengths: [string | undefined, number][] = [
          [finding.Id, 512],
          [finding.GeneratorId, 512],
          [finding.Title, 256],
          [finding.Description, 1024],
          [Remediation?.Recommendation?.Text, 512],
          [Resources[0]?.Id, 512],
          ...(Compliance?.RelatedRequirements ?? []).map((text): [string, number] => [text, 64]),
          ...Object.entries(ProductFields).flatMap(([name, value]): [string, number][] => [
            [name, 128],
            [value, 2048],
          ]),
          ...Object.entries(other).flatMap(([name, value]): [string, number][] => [
            [name, 128],
            [value, 1024],
          ]),
        ];
        expect(lengths.filter(([text = '', limit]) => text.length > limit)).toStrictEqual([]);
        expect(Resources.length).toBe(1);
        expect(Object.keys(other).length).toBeLessThanOrEqual(50);
        expect(Object.keys(ProductFields).length).toBeLessThanOrEqual(50);
        expect(Compliance?.RelatedRequirements?.length ?? 0).toBeLessThanOrEqual(32);
        const whole = JSON.stringify(finding);
        expect(Buffer.byteLength(whole)).toBeLessThan(240_000);
        // JSON.stringify escapes lone surrogates and control characters, and none is left. Evidence that is JSON itself
        // shows them as text, with a second backslash.
        expect(whole).not.toMatch(/(?<!\\)\\(u(d[89a-f]|00[01])|[bfnrt])/i);
      }),
    );
  });
});
