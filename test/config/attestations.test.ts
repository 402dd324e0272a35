import { describe, expect, test } from 'vitest';
import { parseConfiguration } from '../../lib/config/index.ts';
import { InputError } from '../../lib/model/errors.ts';

const parse = (text: string) => parseConfiguration(text, 'wsaudit.yaml', []);

/** Every problem in full, as it is printed. */
function problems(text: string): string[] {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n');
    throw error;
  }
  return [];
}

test('what somebody attests: the item, who looked and when, where the evidence is, and how long it holds', () => {
  const text = `
attestations:
  - item: idp-mfa-enforced
    who: identity-team
    when: 2026-11-02
    evidence: https://evidence.example.com/idp/42
    expires: 2027-11-01
  - { item: idp-mfa-enforced, who: us, when: "2025-11-02", evidence: "https://example.com/", expires: "2026-11-01" }
`;
  expect(parse(text).attestations).toEqual([
    {
      ...{ item: 'idp-mfa-enforced', who: 'identity-team', when: '2026-11-02' },
      ...{ evidence: 'https://evidence.example.com/idp/42', expires: '2027-11-01' },
    },
    {
      ...{ item: 'idp-mfa-enforced', who: 'us', when: '2025-11-02' },
      ...{ evidence: 'https://example.com/', expires: '2026-11-01' },
    },
  ]);
});

test.each(['attestations:\n', 'attestations: []\n'])('%j attests nothing', (text) => {
  expect(parse(text).attestations).toEqual([]);
});

describe('a mistake is told with its line and how to mend it', () => {
  const sound = 'who: us, when: 2026-11-02, evidence: "https://example.com/42", expires: 2027-11-01';
  test.each([
    [
      `attestations:\n  - { item: idp-mfa-enforcd, ${sound} }`,
      'wsaudit.yaml:2: attestations[0].item: no manual item is named "idp-mfa-enforcd" (did you mean "idp-mfa-enforced"?). Run "wsaudit evaluate FILE --framework ID" for the items.',
    ],
    [
      `attestations:\n  - { item: AC-17, ${sound} }`,
      'wsaudit.yaml:2: attestations[0].item: no manual item is named "AC-17". Run "wsaudit evaluate FILE --framework ID" for the items.',
    ],
    [
      `attestations:\n  - { item: idp-mfa-enforced, ${sound}, by: me }`,
      'wsaudit.yaml:2: unknown key "by". Known: item, who, when, evidence, expires.',
    ],
    [
      'attestations:\n  - { item: idp-mfa-enforced, when: 2026-11-02, evidence: "https://example.com/", expires: 2027-11-01 }',
      'wsaudit.yaml:2: attestations[0].who is missing; expected a text. Add it.',
    ],
    [
      'attestations:\n  - item: idp-mfa-enforced\n    who: us\n    when: 2026-11-02\n    evidence: http://example.com/\n    expires: 2027-11-01',
      'wsaudit.yaml:5: attestations[0].evidence is "http://example.com/"; expected an https address. Correct the value.',
    ],
    [
      'attestations:\n  - item: idp-mfa-enforced\n    who: us\n    when: 2026-13-02\n    evidence: https://example.com/\n    expires: 2027-11-01',
      'wsaudit.yaml:4: attestations[0].when is "2026-13-02"; expected a calendar date such as 2027-01-31. Correct the value.',
    ],
    [
      'attestations:\n  - item: idp-mfa-enforced\n    who: us\n    when: 2026-11-02\n    evidence: https://example.com/\n    expires: 2026-11-01',
      'wsaudit.yaml:6: attestations[0].expires is "2026-11-01"; expected a day that is not before "when". Correct the value.',
    ],
    [
      'attestation: []',
      'wsaudit.yaml:1: unknown key "attestation" (did you mean "attestations"?). Known: scope, packs, rules, exceptions, attestations.',
    ],
  ])('%j', (text, problem) => {
    expect(problems(text)).toEqual([problem]);
  });
});
