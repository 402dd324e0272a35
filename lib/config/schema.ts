import * as z from 'zod';
import type { Pack } from '../engine/index.ts';
import { severities } from '../model/outcome.ts';
import { manualItems } from './manual-items.ts';

const text = z.string('a text').trim().min(1, 'a text that is not empty');
const globs = z.array(text).nullish();
const accountId = z.string('an account id in quotes').regex(/^\d{12}$/, 'a 12-digit account id in quotes');

/** YAML 1.1 reads a date where YAML 1.2 reads a text. */
const day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date('a calendar date such as 2027-01-31'),
);

const attestation = z
  .strictObject({
    item: text.refine((id) => manualItems.includes(id), { error: () => unknownItem }),
    who: text,
    when: day,
    evidence: z.url({ protocol: /^https$/, error: 'an https address' }),
    expires: day,
  })
  .refine(({ when, expires }) => expires >= when, { path: ['expires'], error: 'a day that is not before "when"' });

const ruleSettings = z.strictObject({
  severity: z.enum(severities).optional(),
  enabled: z.boolean().optional(),
});

/** The shape of `wsaudit.yaml`, with the names and parameter types of the packs at hand. */
export function configurationSchema(packs: readonly Pack[]) {
  const ruleIds = new Set(packs.flatMap((pack) => pack.rules.map(({ id }) => id)));
  const exception = z.strictObject({
    rule: text.refine((id) => ruleIds.has(id), unknownRule),
    subject: text,
    accounts: z.array(accountId).min(1, 'at least one account, or no "accounts"').optional(),
    reason: text,
    owner: text,
    ticket: text.optional(),
    expires: day,
  });
  return z
    .strictObject({
      scope: z.strictObject({ directories: z.strictObject({ include: globs, exclude: globs }).nullish() }).nullish(),
      packs: z.strictObject(Object.fromEntries(packs.map((pack) => [pack.id, packSettings(pack)]))).nullish(),
      rules: z.strictObject(Object.fromEntries([...ruleIds].map((id) => [id, ruleSettings.optional()]))).nullish(),
      exceptions: z.array(exception).nullish(),
      attestations: z.array(attestation).nullish(),
    })
    .nullish();
}

/** Message by which a misspelt rule is told from other problems. */
export const unknownRule = 'the id of a rule';

/** Message by which a misspelt manual item is told from other problems. */
export const unknownItem = 'the id of a manual item';

function packSettings(pack: Pack) {
  const parameters = Object.fromEntries(pack.parameters.map(({ name, schema }) => [name, schema.optional()]));
  return z
    .strictObject({ enabled: z.boolean().optional(), parameters: z.strictObject(parameters).nullish() })
    .optional();
}

/** The keys that may stand at a path, and what they are called; nothing where any key may. */
export function namesAt(path: readonly PropertyKey[], packs: readonly Pack[]): { kind: string; names: string[] } {
  const [section, name, part] = path;
  const pack = packs.find(({ id }) => id === name);
  if (path.length === 0) return { kind: 'key', names: ['scope', 'packs', 'rules', 'exceptions', 'attestations'] };
  if (section === 'scope') return { kind: 'key', names: path.length === 1 ? ['directories'] : ['include', 'exclude'] };
  if (section === 'packs' && path.length === 1) return { kind: 'pack', names: packs.map(({ id }) => id) };
  if (section === 'packs' && path.length === 2) return { kind: 'key', names: ['enabled', 'parameters'] };
  if (section === 'packs' && path.length === 3 && part === 'parameters' && pack !== undefined) {
    return { kind: 'parameter', names: pack.parameters.map((parameter) => parameter.name) };
  }
  if (section === 'rules' && path.length === 1) {
    return { kind: 'rule', names: packs.flatMap(({ rules }) => rules.map(({ id }) => id)) };
  }
  if (section === 'rules') return { kind: 'key', names: ['severity', 'enabled'] };
  if (section === 'exceptions' && path.length === 2) return { kind: 'key', names: exceptionKeys };
  if (section === 'attestations' && path.length === 2) return { kind: 'key', names: attestationKeys };
  return { kind: 'key', names: [] };
}

const exceptionKeys = ['rule', 'subject', 'accounts', 'reason', 'owner', 'ticket', 'expires'];
const attestationKeys = Object.keys(attestation.shape);
