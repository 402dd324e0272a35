import { execFile } from 'node:child_process';
import { access, chmod, constants, copyFile, rm } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { content } from './installed.ts';

const run = promisify(execFile);
const requirements = join('test', 'night', 'install', 'emulator-requirements.txt');

/** How AWS SAM CLI names its builds. */
const builds: Readonly<Record<string, string>> = { x64: 'x86_64', arm64: 'arm64' };

/**
 * Installs the Lambda Runtime Interface Emulator, unless it stands and the pin is the same.
 *
 * @param directory is made anew when the pin changes
 * @param python of an environment that has pip
 * @returns the program
 * @throws Error on a machine that it was not built for
 */
export async function emulator(directory: string, python: string): Promise<string> {
  const build = builds[arch()];
  if (platform() !== 'linux' || build === undefined) {
    throw new Error(`The Lambda emulator runs on Linux on x64 and arm64, not on ${platform()} on ${arch()}.`);
  }
  const program = join(directory, 'samcli', 'local', 'rapid', `aws-lambda-rie-${build}`);
  const installed = join(directory, 'installed.txt');
  if ((await content(installed)) === (await content(requirements))) return program;
  process.stderr.write(`Making ${directory} with the Lambda emulator …\n`);
  await rm(directory, { recursive: true, force: true });
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--root-user-action', 'ignore'];
  await run(python, [...pip, '--no-deps', '--require-hashes', '--target', directory, '-r', requirements]);
  await chmod(program, 0o755);
  await access(program, constants.X_OK);
  await copyFile(requirements, installed);
  return program;
}
