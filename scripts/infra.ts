/**
 * Writes infra/member-role.yml, whose permissions are made from what the code calls, or with `--check` says that it is
 * out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { memberRoleTemplate } from './infra-member-role.ts';

const path = 'infra/member-role.yml';
const file = join(import.meta.dirname, '..', path);
const head = '# Made by "node scripts/infra.ts" from what the auditor calls. Deploy it to every account to audit.\n';
const content =
  head + stringify(memberRoleTemplate(), { lineWidth: 120, aliasDuplicateObjects: false, version: '1.1' });

const check = process.argv.includes('--check');
if (!check) writeFileSync(file, content);
else if (readFileSync(file, 'utf8') !== content) {
  process.stdout.write(`${path} is out of date: run "node scripts/infra.ts"\n`);
  process.exitCode = 1;
}
