import * as z from 'zod';
import { toCidr } from '../../lib/facts/arithmetic/addresses.ts';
import regionTable from '../../rules/reference/regions.json' with { type: 'json' };

/** Codes of regions.json, in its order. */
export const knownRegions = Object.keys(regionTable.regions);

export const region = z.enum(knownRegions);

/** A network in canonical form, or a bare address. */
export const network = z.string().refine((text) => toCidr(text) === text, 'not a network in canonical form');
export const address = z.ipv4();

/** `skylight-cm.us-east-1.amazonaws.com`, `*.prod.…`; no scheme, path or port. */
export const host = z.string().regex(/^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/);
export const hostTemplate = z
  .string()
  .transform((text) => text.replace('{region}', 'us-east-1'))
  .pipe(host);
/** A part of an entry that depends on the account. */
export const placeholder = z.string().regex(/^<[a-z-]+>(\.[a-z0-9.]+)?$/);

export const unique = <T extends z.ZodType>(item: T) =>
  z.array(item).refine((all) => new Set(all.map((one) => JSON.stringify(one))).size === all.length, 'listed twice');

const port = z.int().min(1).max(65_535);
export const portRange = z.tuple([port, port]).refine(([from, to]) => from <= to, 'ends before it begins');
export const ports = z.array(portRange);

const section = { section: z.string().min(1), url: z.url({ protocol: /^https$/ }).optional() };
export const source = z.strictObject(section);
/** Sections of a file that has facts from several; `facts` are its keys. */
export const sources = z.array(z.strictObject({ facts: z.array(z.string()).min(1), ...section })).min(1);

export const about = z.string().min(1);
export const byRegion = <T extends z.ZodType>(row: T) => z.partialRecord(region, row);
export const remarks = byRegion(z.string().min(1));
export const transport = z.enum(['TCP', 'UDP', 'TCP/UDP', 'any']);
export const protocol = z.enum(['dcv', 'pcoip']);
