import type { Report } from '../model/report.ts';
import type { Collected } from './collect.ts';
import type { ScanTelling } from './publish-findings.ts';
import type { Publication } from './publish-options.ts';

/** What a scan publishes, and with what. */
export interface PublishRequest {
  readonly report: Report;
  readonly collected: Collected;
  readonly publication: Publication;
  readonly sourceUrlOf: ScanTelling['sourceUrlOf'];
  readonly quiet: boolean;
}
