import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { InputError } from '../../../model/errors.ts';
import type { Report } from '../../../model/report.ts';
import { parseReport } from '../../../report/parse.ts';
import { type EvidenceBucket, getObject, StoreError } from '../../../store/index.ts';

const decompress = promisify(gunzip);

/**
 * A stored report: without results that are COMPLIANT or NOT_APPLICABLE.
 *
 * @returns undefined when there is none
 * @throws StoreError; `damaged` for what is no report
 */
export async function readReport(bucket: EvidenceBucket, key: string): Promise<Report | undefined> {
  const stored = await getObject(bucket, key);
  if (stored === undefined) return undefined;
  try {
    return parseReport(JSON.parse((await decompress(stored.bytes)).toString('utf8')), key);
  } catch (error) {
    const found = error instanceof InputError ? error.problems[0]?.found : undefined;
    const what = `the object is no report${found === undefined ? '' : ` (${found})`}`;
    throw new StoreError('damaged', key, `${what}; restore an earlier version of it`, { cause: error });
  }
}
