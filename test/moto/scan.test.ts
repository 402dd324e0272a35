import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type Report, type Run, reportOf, wsaudit } from '../aws/wsaudit.ts';
import { type Account, buildAccount } from './account.ts';
import { clientsOf, otherAccount, otherKeys, otherRole, ownAccount, ownKeys, region, resetMoto } from './clients.ts';
import type { Verdicts } from './expected/subjects.ts';
import { expectedFindings, expectedMissing, expectedVerdicts } from './expected.ts';
import { actionsDuring } from './recorder.ts';
import { motoUrl } from './settings.ts';

let run: Run;
let report: Report;
const accounts = new Map<string, Account>();

beforeAll(async () => {
  await resetMoto();
  accounts.set(ownAccount, await buildAccount(clientsOf(ownKeys)));
  accounts.set(otherAccount, await buildAccount(clientsOf(await otherKeys())));
  const roles = [`arn:aws:iam::${ownAccount}:role/Auditor`, otherRole].flatMap((role) => ['--role-arn', role]);
  const args = ['scan', '--region', region, '--format', 'json', '--all', ...roles];
  run = await wsaudit(args, { url: motoUrl, credentials: ownKeys });
  report = reportOf(run);
});

/** What the suite calls each subject: ids are new in every run. */
function namesOf(accountId: string): ReadonlyMap<string, string> {
  const account = accounts.get(accountId);
  if (account === undefined) throw new Error(`${accountId} was not built`);
  const directories = (['simple', 'managed', 'connector'] as const).flatMap((name) => [
    [account[name].id, name],
    [account[name].controllersGroupId, `${name} controllers`],
    [account[name].membersGroupId, `${name} members`],
  ]);
  const [plain, ipv6] = account.network.subnetIds;
  const workspaces = Object.entries(account.workspaceIds).map(([name, id]) => [id, name]);
  const others = [
    [accountId, 'account'],
    [plain, 'plain subnet'],
    [ipv6, 'IPv6 subnet'],
    [account.network.vpcId, 'VPC'],
  ];
  return new Map([...directories, ...workspaces, ...others].map(([id = '', name = '']) => [id, name]));
}

/** The results of one account with the names of their subjects. */
function resultsOf(accountId: string) {
  const names = namesOf(accountId);
  return report.results
    .filter(({ subject }) => subject.accountId === accountId)
    .map((result) => ({ ...result, name: names.get(result.subject.id) ?? result.subject.id }));
}

function verdictsOf(accountId: string): Record<string, Verdicts> {
  const byRule = Object.groupBy(resultsOf(accountId), ({ ruleId }) => ruleId);
  return Object.fromEntries(
    Object.entries(byRule).map(([rule, results = []]) => {
      const byStatus = Object.entries(Object.groupBy(results, ({ status }) => status));
      return [
        rule,
        Object.fromEntries(byStatus.map(([status, of = []]) => [status, of.map(({ name }) => name).sort()])),
      ];
    }),
  );
}

describe.each([ownAccount, otherAccount])('scan of account %s, through a role', (accountId) => {
  test('gives every subject of every rule the verdict that its condition asks for', () => {
    expect(verdictsOf(accountId)).toStrictEqual(expectedVerdicts);
  });

  test('grades the findings', () => {
    const findings = resultsOf(accountId)
      .filter(({ status }) => status === 'NON_COMPLIANT')
      .map(({ severity, ruleId, name }) => `${severity} ${ruleId} ${name}`);
    expect(findings.sort()).toStrictEqual(expectedFindings);
  });

  test('names the operations that are missing', () => {
    const missing = resultsOf(accountId)
      .filter((result) => result.missing.length > 0)
      .map((result) => [result.ruleId, result.missing]);
    expect(Object.fromEntries(missing)).toStrictEqual(expectedMissing);
  });

  test('says what was not completely read of the fleet', () => {
    const gaps = report.coverage
      .filter((entry) => entry.accountId === accountId && /^(ds|ec2|workspaces):/.test(entry.operation))
      .map(({ operation, status }) => `${operation} ${status}`);
    expect(gaps).toStrictEqual([
      // The operations that moto does not have, and what waits for one of them.
      'ds:DescribeCertificate failed',
      'ds:DescribeClientAuthenticationSettings failed',
      'ds:DescribeDomainControllers failed',
      'ds:ListCertificates failed',
      'ec2:DescribeNetworkInterfaces partial',
      'workspaces:DescribeAccount failed',
      'workspaces:DescribeConnectionAliases failed',
      'workspaces:DescribeIpGroups failed',
      'workspaces:DescribeWorkspaceBundles failed',
      'workspaces:DescribeWorkspacesConnectionStatus failed',
      'workspaces:ListAccountLinks failed',
    ]);
  });
});

test('the deleted group and the opened port decide the exit status, and nothing crashed', () => {
  expect(run.status).toBe(1);
  expect(run.stderr).not.toMatch(/^\s+at /m);
  expect(report.snapshots.map(({ accountId, region: place }) => [accountId, place])).toStrictEqual([
    [ownAccount, region],
    [otherAccount, region],
  ]);
});

test('a table of the same accounts prints, and exits the same', async () => {
  const table = await wsaudit(['scan', '--region', region], { url: motoUrl, credentials: ownKeys });
  expect(table.stdout).toContain('sg-workspaces-members-exists');
  expect(table.status).toBe(1);
});

test('a scan asks moto for nothing that iam-policy does not name', async () => {
  const surrounding = { url: motoUrl, credentials: ownKeys };
  const { stdout } = await wsaudit(['iam-policy'], surrounding);
  const policy = z.object({ Statement: z.array(z.object({ Action: z.array(z.string()) })) }).parse(JSON.parse(stdout));
  const named = policy.Statement.flatMap(({ Action }) => Action);
  const seen = await actionsDuring(() => wsaudit(['scan', '--region', region], surrounding));
  const allowed = new Set([...named, 'sts:GetCallerIdentity']);
  // Nobody can be denied GetCallerIdentity, so no policy names it.
  expect(seen.filter((action) => !allowed.has(action))).toStrictEqual([]);
  const ofFleet = named.filter((action) => /^(ds|ec2|workspaces):/.test(action));
  // moto lists no certificates, so there is none to describe.
  expect(ofFleet.filter((action) => !seen.includes(action))).toStrictEqual(['ds:DescribeCertificate']);
});
