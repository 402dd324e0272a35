import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import * as z from 'zod';

/** How a run of the program ended. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Credentials and endpoint of a run, as the SDK's default chain reads them. */
export interface Surrounding {
  readonly url: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
}

/** Runs `wsaudit` as a process of its own that can reach nothing but the endpoint. */
export async function wsaudit(args: readonly string[], { url, credentials }: Surrounding): Promise<Run> {
  const child = spawn(process.execPath, ['bin/wsaudit.mjs', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      AWS_ENDPOINT_URL: url,
      AWS_EC2_METADATA_DISABLED: 'true',
      // The files of whoever runs the tests stay out of it.
      AWS_CONFIG_FILE: '/nonexistent/config',
      AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials',
      AWS_MAX_ATTEMPTS: '4',
      NO_COLOR: '1',
      ...(credentials === undefined
        ? {}
        : { AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey }),
    },
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { status: child.exitCode, stdout, stderr };
}

const reportSchema = z.looseObject({
  snapshots: z.array(z.looseObject({ accountId: z.string(), region: z.string() })),
  summary: z.looseObject({ results: z.number() }),
  coverage: z.array(
    z.looseObject({ accountId: z.string(), region: z.string(), operation: z.string(), status: z.string() }),
  ),
  results: z.array(
    z.looseObject({
      ruleId: z.string(),
      severity: z.string(),
      status: z.string(),
      subject: z.looseObject({ type: z.string(), id: z.string(), accountId: z.string() }),
      reason: z.string(),
      missing: z.array(z.string()),
    }),
  ),
});

/** What `--format json` prints. */
export type Report = z.infer<typeof reportSchema>;

/** @throws Error with what the program said when it printed no report */
export function reportOf({ stdout, stderr }: Run): Report {
  if (stdout === '') throw new Error(`no report; standard error says: ${stderr}`);
  return reportSchema.parse(JSON.parse(stdout));
}
