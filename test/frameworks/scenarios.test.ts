import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { frameworkReportSchema } from '../../lib/frameworks/index.ts';
import { frameworkFormats } from '../../lib/report/framework.ts';
import { assessed, parseScenarios } from './scenario.ts';

const directory = new URL('./scenarios/', import.meta.url);
const options = { all: false, width: 100, color: false, program: 'wsaudit' };

/** From the first verdict on: what stands above says who was audited, what stands below is the same for all. */
const body = (table: string): string =>
  table.slice(table.search(/^(NOT SATISFIED|SATISFIED|NOT ASSESSED) /m), table.indexOf('\nTOTAL')).trim();

for (const file of readdirSync(directory)) {
  describe(file.replace(/\.txt$/, ''), () => {
    for (const { name, sections } of parseScenarios(readFileSync(new URL(file, directory), 'utf8'))) {
      test(name, () => {
        const report = assessed(sections);
        expect(frameworkReportSchema.parse(report)).toEqual(report);
        expect(body([...frameworkFormats.table(report, options)].join(''))).toBe((sections.get('report') ?? '').trim());
      });
    }
  });
}
