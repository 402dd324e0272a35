import { execFile } from 'node:child_process';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { content } from './installed.ts';

const run = promisify(execFile);
const source = join('test', 'night', 'install', 'interface-client');
const files = ['package.json', 'package-lock.json', '.npmrc'];

/** What compiles its native part; Debian has a package of the same name for each program but these. */
const programs = ['autoconf', 'automake', 'libtoolize', 'cmake', 'g++', 'make', 'python3'];
const debian = 'apt install autoconf automake libtool cmake g++ make python3';

/**
 * Installs the Lambda Runtime Interface Client, unless it stands and the pins are the same. It compiles for about a
 * minute.
 *
 * @returns the module that Node.js is started with
 * @throws Error that says what to install
 */
export async function interfaceClient(directory: string): Promise<string> {
  const module = join(directory, 'node_modules', 'aws-lambda-ric', 'index.mjs');
  const installed = join(directory, 'installed.json');
  const lock = join(source, 'package-lock.json');
  if ((await content(installed)) === (await content(lock))) return module;
  await needPrograms();
  process.stderr.write(`Making ${directory} with the Lambda Runtime Interface Client …\n`);
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  for (const file of files) await copyFile(join(source, file), join(directory, file));
  await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: directory, maxBuffer: 64 * 1024 * 1024 });
  await copyFile(lock, installed);
  return module;
}

async function needPrograms(): Promise<void> {
  const found = await Promise.all(
    programs.map((program) =>
      run(program, ['--version']).then(
        () => true,
        () => false,
      ),
    ),
  );
  const missing = programs.filter((_, index) => !found[index]);
  if (missing.length === 0) return;
  throw new Error(`The Lambda Runtime Interface Client is compiled with ${missing.join(', ')}: "${debian}".`);
}
