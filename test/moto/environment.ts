import { execFile } from 'node:child_process';
import { copyFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Makes the Python virtual environment with the pinned packages, unless it stands and the pins are the same.
 *
 * @param suite the folder of `test/` that has the `requirements.txt`
 * @param options of pip
 * @returns its directory of programs
 * @throws Error that says what to install when Python cannot make one
 */
export async function environment(directory: string, suite: string, options: readonly string[] = []): Promise<string> {
  const requirements = join('test', suite, 'requirements.txt');
  const bin = join(directory, 'bin');
  const installed = join(directory, 'installed.txt');
  if ((await content(installed)) === (await content(requirements))) return bin;
  process.stderr.write(`Making ${directory} with the packages of ${requirements} …\n`);
  await rm(directory, { recursive: true, force: true });
  await run('python3', ['-m', 'venv', directory]).catch((error: unknown) => {
    throw new Error(
      `The suite in test/${suite} needs Python 3.11 or later with venv and ensurepip ` +
        '(Debian and Ubuntu: "apt install python3 python3-venv").',
      { cause: error },
    );
  });
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...options, '-r', requirements];
  await run(join(bin, 'python'), pip);
  // Copied last, so that an environment that was left half made is made again.
  await copyFile(requirements, installed);
  return bin;
}

const content = (file: string): Promise<string | undefined> => readFile(file, 'utf8').catch(() => undefined);
