#!/usr/bin/env node
// The entry stays plain JavaScript so that an old Node.js gets a sentence instead of a syntax error.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `wsaudit needs Node.js 24 or later; this is ${process.version}.\n` +
      'Run it as "npm run -s wsaudit -- …" in a checkout: npm scripts use the pinned Node.js 24.\n',
  );
  process.exitCode = 2;
} else {
  const { main } = await import('../lib/cli/main.ts');
  process.exitCode = await main(process.argv.slice(2));
}
