import type { Command } from 'commander';
import * as z from 'zod';
import { InputError, type Problem } from '../../model/errors.ts';
import { suggestion } from '../../model/nearest.ts';
import {
  allowList,
  allowListCsv,
  allowListJson,
  allowListRegions,
  fipsRegions,
} from '../../report/allow-list/index.ts';
import type { CliIo } from '../io.ts';
import { writeOutput } from '../output.ts';
import { addOutputOptions, oneOf } from '../report-options.ts';
import { allowListTable } from './allow-list-table.ts';

const formats = { table: allowListTable, json: allowListJson, csv: allowListCsv };

const schema = z.object({
  region: z.array(z.string()).default([]),
  protocol: z.enum(['dcv', 'pcoip']).optional(),
  fips: z.boolean().default(false),
  format: z.enum(['table', 'json', 'csv']),
  out: z.string().optional(),
});

/** Registers `allow-list`: prints what a firewall must let through for WorkSpaces in a Region. */
export function registerAllowList(program: Command, io: CliIo): void {
  const command = program
    .command('allow-list')
    .description('print the domains, address ranges and ports that a firewall must let through')
    .option(
      '--region <region>',
      'Region of the WorkSpaces (required, repeatable)',
      (value: string, earlier: readonly string[] = []) => [...earlier, value],
    )
    .option('--protocol <protocol>', 'only what this streaming protocol needs: dcv, pcoip', oneOf(['dcv', 'pcoip']))
    .option('--fips', 'FIPS endpoints in place of the ordinary ones');
  addOutputOptions(command, Object.keys(formats))
    .addHelpText('after', help)
    .action(async (options: unknown) => {
      const { region: named, protocol, fips, format, out } = schema.parse(options);
      const regions = [...new Set(named)];
      check(regions, fips);
      const entries = regions.flatMap((region) => allowList({ region, protocol, fips }));
      await writeOutput([formats[format](entries)], out, io);
    });
}

function check(regions: readonly string[], fips: boolean): void {
  const place = '--region';
  const problems = regions.flatMap((region): Problem[] => {
    if (!allowListRegions.includes(region)) {
      const found = `"${region}"${suggestion(region, allowListRegions)}`;
      return [{ place, found, expected: 'a Region of WorkSpaces', mend: `Known: ${allowListRegions.join(', ')}.` }];
    }
    if (!fips || fipsRegions.includes(region)) return [];
    const mend = `Leave out --fips, or name one of ${fipsRegions.join(', ')}.`;
    return [{ place, found: `WorkSpaces has no FIPS endpoints in ${region}`, mend }];
  });
  if (regions.length === 0) {
    const mend = 'Name the Region of the WorkSpaces, such as --region us-east-1.';
    problems.push({ place, found: 'no Region is named', mend });
  }
  if (problems.length > 0) throw new InputError('usage', problems);
}

const help = `
Directions are seen from the client that a user streams with, and from the management (eth0) and the primary (eth1)
network interface of a WorkSpace. <placeholders> depend on your account and are explained beside the entry. What the
WorkSpaces guide does not give is listed as "not given", with the reason. With --fips, a domain with a FIPS counterpart
is replaced by it; domains and ranges for which the guide names none stay.

Examples:
  wsaudit allow-list --region eu-west-1 --protocol dcv
  wsaudit allow-list --region us-gov-west-1 --fips --format csv --out allow-list.csv`;
