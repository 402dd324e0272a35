import { tellsLimit } from '../facts/index.ts';
import type { Result } from '../model/report.ts';

/**
 * Whether a result could not be judged only because some directories of the Region were read on purpose: nothing was
 * denied, and a snapshot of the whole Region would tell.
 */
export const needsWholeRegion = ({ status, missing, reason }: Result): boolean =>
  status === 'INSUFFICIENT_DATA' && missing.length === 0 && tellsLimit(reason);
