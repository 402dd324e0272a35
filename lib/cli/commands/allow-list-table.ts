import type { Entry } from '../../report/allow-list/index.ts';
import { columns } from '../columns.ts';

/** One table for each Region, direction and section of the guide; remarks stand below, numbered. */
export function allowListTable(entries: readonly Entry[]): string {
  const regions = Map.groupBy(entries, ({ region }) => region);
  return [...regions.values()].map(regionTable).join('\n');
}

function regionTable(entries: readonly Entry[]): string {
  const remarks = [...new Set(entries.flatMap(({ remark }) => remark ?? []))];
  const groups = Map.groupBy(entries, headingOf);
  const tables = [...groups].map(([heading, group]) => `${heading}\n${columns(headings, group.map(cells(remarks)))}`);
  const notes = remarks.map((remark, index) => `[${index + 1}] ${remark}\n`).join('');
  return [...tables, ...(notes === '' ? [] : [notes])].join('\n');
}

const headingOf = ({ region, direction, section }: Entry): string => `${region}, ${direction}: ${section}`;

const headings = ['DESTINATION', 'TRANSPORT', 'PORTS', 'PROTOCOL', 'NEEDED BY', 'PURPOSE', 'NOTE'];
const notGiven = 'not given';
const protocols = { dcv: 'DCV', pcoip: 'PCoIP' };

const cells =
  (remarks: readonly string[]) =>
  ({ destination, path, transport, ports, protocol, when, purpose, remark }: Entry): readonly string[] => [
    ...[`${destination ?? notGiven}${path ?? ''}`, transport, ports ?? notGiven],
    ...[protocol === null ? 'both' : protocols[protocol], when ?? 'all', purpose],
    remark === null ? '' : `[${remarks.indexOf(remark) + 1}]`,
  ];
