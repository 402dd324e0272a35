/**
 * The text of a script, for people and pipelines, that tests a pack from the folder beside it: its shape, its examples,
 * and, whole, what it says of `snapshot.ndjson`.
 *
 * @param program what starts the auditor here; another one is put into `WSAUDIT`
 */
export const scaffoldTest = (packId: string, program: string): string => `#!/bin/sh
# Tests ../${packId}.json: its shape and examples, and what it says of snapshot.ndjson.
# "sh run.sh --update" takes what it says now as expected. WSAUDIT is what starts the auditor.
set -eu
cd "$(dirname "$0")"
auditor() { \${WSAUDIT:-${program}} "$@"; }

auditor rules test ../${packId}.json
found="$(auditor evaluate snapshot.ndjson --rules-dir .. --pack ${packId} --all --format ndjson --fail-on none)"
if [ "\${1-}" = --update ]; then
  printf '%s\\n' "$found" > expected.ndjson
fi
if ! printf '%s\\n' "$found" | diff -u expected.ndjson -; then
  echo 'Not what expected.ndjson holds. Mend the rule; or, if this is what it should say: sh run.sh --update' >&2
  exit 1
fi
echo 'snapshot.ndjson: judged as expected'
`;
