import { describe, expect, test } from 'vitest';
import { parsePack } from '../../lib/engine/index.ts';
import { factsPage, indexPage, manualOf, packPage } from '../../lib/manual/index.ts';
import { subjectTypes } from '../../lib/model/subject.ts';
import { packs } from '../rules/harness.ts';

const text = JSON.stringify({
  id: 'house',
  version: '1.0.0',
  title: 'House rules',
  description: 'What we | agreed on.',
  rules: [
    {
      id: 'runs-dcv',
      title: 'WorkSpaces <b>stream</b> with DCV',
      why: 'PCoIP is going away.',
      severity: 'LOW',
      subject: 'workspace',
      appliesWhen: { all: [{ fact: 'state', operator: 'notIn', value: ['TERMINATED'] }] },
      requires: {
        any: [
          { fact: 'protocols', operator: 'contains', value: 'WSP' },
          {
            all: [
              { fact: 'region', operator: 'equal', value: 'a|b' },
              { fact: 'protocols', operator: 'isEmpty' },
            ],
          },
        ],
      },
      severityWhen: [{ severity: 'HIGH', when: { fact: 'protocols', operator: 'isEmpty' } }],
      reason: { compliant: 'DCV.', nonCompliant: 'No DCV.' },
      remediation: 'Migrate it.',
      steps: { console: 'WorkSpaces > Actions', cli: 'aws workspaces modify-workspace-properties' },
      controls: ['CM-6'],
      source: { section: 'House rule 7', url: 'https://intranet.example/rules' },
      examples: [
        { name: 'DCV', facts: { state: 'AVAILABLE', protocols: ['WSP'] }, outcome: 'COMPLIANT' },
        { name: 'PCoIP', facts: { state: 'AVAILABLE', region: 'x', protocols: ['PCOIP'] }, outcome: 'NON_COMPLIANT' },
      ],
    },
  ],
});
const house = parsePack(text, 'house.json');

test('the page of a pack holds all there is to know of its rules, and markup stays text', async () => {
  await expect(packPage(house)).toMatchFileSnapshot('pages/house.md');
});

test('the index leads to every rule', async () => {
  await expect(indexPage([house])).toMatchFileSnapshot('pages/index.md');
});

test('the page of facts names every fact of every kind of subject', () => {
  const page = factsPage();
  const row =
    '| `volumes.rootEncrypted` | boolean | Whether the root volume is encrypted; the API leaves the flag out when it is not. | `workspaces:DescribeWorkspaces` |';
  expect(page.split('\n')).toContain(row);
  expect(page.match(/^## .*$/gm)).toEqual(subjectTypes.map((type) => `## ${type}`));
});

describe('every built-in rule', () => {
  const rules = packs.flatMap((pack) => pack.rules);

  test('says why it matters, and how to mend it', () => {
    const silent = rules.filter(({ why, steps }) => why === undefined || Object.keys(steps).length === 0);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('reads facts that tell what they are', () => {
    const unsaid = rules.flatMap((rule) => manualOf(rule).inputs.filter(({ about }) => about === ''));
    expect(unsaid).toEqual([]);
  });
});
