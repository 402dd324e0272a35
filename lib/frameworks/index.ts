export { type Assessment, assess } from './assess.ts';
export type { KnownRule } from './evidence.ts';
export { compareControls, type Framework, type FrameworkControl, findFramework, frameworkIds } from './framework.ts';
export { readManualItems, readMapping } from './read.ts';
export {
  type AssessedControl,
  type ControlStatus,
  controlStatuses,
  type FrameworkReport,
  frameworkReportSchema,
  type Reason,
  type ReportedItem,
  type RuleEvidence,
  reasons,
} from './report-schema.ts';
export type { ControlMapping, ManualItem } from './schema.ts';
