import type { Json } from '../../lib/model/report.ts';
import { Unknown } from '../../lib/model/unknown.ts';

/** A pack file with one rule on directories; what a test says replaces the usual. */
export function packText(rule: object, rest: object = {}): string {
  return JSON.stringify({
    id: 'test-pack',
    version: '1.0.0',
    title: 'Test',
    description: 'A pack for tests.',
    rules: [
      {
        id: 'test-rule',
        title: 'The directory is as it should be',
        severity: 'HIGH',
        subject: 'directory',
        requires: { fact: 'state', operator: 'equal', value: 'REGISTERED' },
        reason: { compliant: 'The state is {state}.', nonCompliant: 'The state is {state}, not REGISTERED.' },
        remediation: 'Mend it.',
        controls: ['CM-6'],
        source: { section: 'A section', url: 'https://docs.aws.amazon.com/workspaces/' },
        examples: [
          { name: 'good', facts: { state: 'REGISTERED' }, outcome: 'COMPLIANT' },
          { name: 'bad', facts: { state: 'ERROR' }, outcome: 'NON_COMPLIANT' },
        ],
        ...rule,
      },
    ],
    ...rest,
  });
}

/** Facts of one subject; what is not given is unknown. */
export const factsOf =
  (values: Readonly<Record<string, Json | Unknown>>) =>
  (name: string): Json | Unknown =>
    values[name] ?? (name in values ? null : new Unknown(`${name} was not read`, [`test:Read${name}`]));
