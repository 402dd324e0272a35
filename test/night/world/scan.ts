import * as z from 'zod';
import { wsaudit } from '../../aws/wsaudit.ts';
import { ownKeys } from '../../moto/clients.ts';
import { regions } from '../estate/organization.ts';
import { routerPort } from '../settings.ts';
import { memberRoleName } from './environments.ts';
import { findingId, gapId } from './hub.ts';

const reportSchema = z.looseObject({
  coverage: z.array(z.looseObject({ accountId: z.string(), region: z.string(), operation: z.string() })),
  results: z.array(
    z.looseObject({
      ...{ ruleId: z.string(), status: z.string(), severity: z.string() },
      subject: z.looseObject({ type: z.string(), id: z.string(), accountId: z.string(), region: z.string() }),
    }),
  ),
});

/** Ids that the findings must have in Security Hub, sorted. */
export interface Scan {
  readonly findings: string[];
  readonly gaps: string[];
  readonly highestSeverity: string | undefined;
}

const severities = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL'];

/**
 * What the command line says of the same estate at the same time, by another way through the sources, with no function,
 * state machine or bucket in it.
 *
 * @throws Error with what the program said when it printed no report
 */
export async function scan(accounts: readonly string[]): Promise<Scan> {
  const roles = accounts.flatMap((account) => ['--role-arn', `arn:aws:iam::${account}:role/${memberRoleName}`]);
  const args = ['scan', '--format', 'json', ...regions.flatMap((region) => ['--region', region]), ...roles];
  const { stdout, stderr } = await wsaudit(args, { url: `http://127.0.0.1:${routerPort}`, credentials: ownKeys });
  if (stdout === '') throw new Error(`no report; standard error says: ${stderr}`);
  const { results, coverage } = reportSchema.parse(JSON.parse(stdout));
  const open = results.filter(({ status }) => status === 'NON_COMPLIANT');
  return {
    findings: open.map(({ ruleId, subject }) => findingId(subject, ruleId, `${subject.type}/${subject.id}`)).sort(),
    highestSeverity: severities.find((one) => open.some(({ severity }) => severity === one)),
    gaps: coverage.map((gap) => gapId(gap, gap.operation)).sort(),
  };
}
