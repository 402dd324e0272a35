import { effectiveParameters } from '../../config/index.ts';
import { parametersOf } from '../../engine/index.ts';
import { byCodePoint } from '../../facts/index.ts';
import { columns } from '../columns.ts';
import { readRules } from '../evaluate-files.ts';
import type { CliIo } from '../io.ts';
import { writeOutput } from '../output.ts';
import { reportFlags } from '../report-options.ts';

/** `rules parameters`: all that packs declare; also those of packs that are turned off, since rules share them. */
export async function listParameters(options: unknown, io: CliIo): Promise<void> {
  const flags = reportFlags(options);
  const { packs, configuration, inForce } = await readRules(flags, io);
  const narrowed = flags.pack.length > 0 || flags.rule.length > 0;
  const shown = narrowed ? inForce.packs : packs;
  const values = effectiveParameters(packs, configuration);
  const rows = parametersOf(shown)
    .toSorted((a, b) => byCodePoint(a.packId, b.packId) || byCodePoint(a.name, b.name))
    .map(({ name, packId, type, default: usual, description }) => ({
      ...{ name, packId, type, default: usual, value: values[name] ?? null, description },
    }));
  const text =
    flags.format === 'json'
      ? `[${rows.map((row) => `\n${JSON.stringify(row)}`).join(',')}\n]\n`
      : columns(
          ['PARAMETER', 'PACK', 'VALUE', 'DEFAULT', 'TYPE', 'MEANS'],
          rows.map((row) => [
            ...[row.name, row.packId, JSON.stringify(row.value), JSON.stringify(row.default)],
            ...[row.type, row.description],
          ]),
        );
  await writeOutput([text], flags.out, io);
}
