import { columns } from '../columns.ts';
import { readRules } from '../evaluate-files.ts';
import type { CliIo } from '../io.ts';
import { writeOutput } from '../output.ts';
import { reportFlags } from '../report-options.ts';

/** `rules list`: every rule in force, by id. */
export async function listRules(options: unknown, io: CliIo): Promise<void> {
  const flags = reportFlags(options);
  const { inForce } = await readRules(flags, io);
  const rows = inForce.rules.map(({ rule, severity }) => ({
    id: rule.id,
    packId: rule.packId,
    title: rule.title,
    severity: severity ?? rule.severity,
    subject: rule.subject,
    controls: rule.controls,
    source: { section: rule.source.section, url: rule.source.url },
  }));
  const text =
    flags.format === 'json'
      ? `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`
      : columns(
          ['RULE', 'PACK', 'SEVERITY', 'SUBJECT', 'TITLE'],
          rows.map((row) => [row.id, row.packId, row.severity, row.subject, row.title]),
        );
  await writeOutput([text], flags.out, io);
}
