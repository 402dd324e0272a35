import { main } from '../../lib/cli/main.ts';

export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process, in a directory. */
export async function run(
  argv: readonly string[],
  cwd: string,
  { env = {}, terminal }: { readonly env?: NodeJS.ProcessEnv; readonly terminal?: { readonly columns: number } } = {},
): Promise<Run> {
  let stdout = '';
  let stderr = '';
  const screen = terminal === undefined ? {} : { isTTY: true, columns: terminal.columns };
  const status = await main(argv, {
    stdout: {
      write: (text) => {
        stdout += text;
      },
      ...screen,
    },
    stderr: {
      write: (text) => {
        stderr += text;
      },
    },
    env,
    cwd,
  });
  return { status, stdout, stderr };
}
