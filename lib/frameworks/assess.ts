import type { Attestation, DirectoryScope } from '../config/index.ts';
import { placeKey } from '../model/place.ts';
import type { Report } from '../model/report.ts';
import { attestedAt } from './attested.ts';
import { decide } from './decide.ts';
import { evidenceOf, type KnownRule } from './evidence.ts';
import type { Framework } from './framework.ts';
import type { AssessedControl, FrameworkReport, ReportedItem } from './report-schema.ts';
import type { ControlMapping, ManualItem } from './schema.ts';
import { summarizeControls } from './summary.ts';

/** Everything that the assessment of a framework depends on. */
export interface Assessment {
  readonly framework: Framework;
  readonly mapping: readonly ControlMapping[];
  readonly manualItems: readonly ManualItem[];
  /** Of all packs, custom ones too, in force or not. */
  readonly rules: readonly KnownRule[];
  readonly inForce: ReadonlySet<string>;
  /** With all results. */
  readonly report: Report;
  /** Operations that list subjects and were not completely read. */
  readonly unlisted: readonly string[];
  /** Places of which only some directories were read on purpose. */
  readonly limited: ReadonlySet<string>;
  /** Directories that the configuration wants to hear about. */
  readonly scope: DirectoryScope;
  readonly attestations: readonly Attestation[];
  /** Whether all subjects are named, not only those with a finding or without a verdict. */
  readonly all: boolean;
}

/** How an account that could not be entered stands in the coverage. */
const assumeRole = 'sts:AssumeRole';

/** Says of every control of a framework whether it is satisfied, and why. Pure: the same input gives the same report. */
export function assess(assessment: Assessment): FrameworkReport {
  const { framework, report, unlisted, limited, scope } = assessment;
  const { valid, expired } = attestedAt(assessment.attestations, report.snapshots);
  const lost = report.coverage.filter(({ operation }) => operation === assumeRole);
  const unseen = [...unlisted, ...lost.map(placeKey)];
  const controls = assessControls(assessment, new Set(valid.keys()), unseen);
  const manualItems = itemsOf(assessment, valid);
  const { id, title, source } = framework;
  return {
    formatVersion: 1,
    generator: report.generator,
    framework: { id, title, source, unlisted: [...framework.unlisted] },
    snapshots: [...report.snapshots],
    packs: [...report.packs],
    summary: summarizeControls(controls, manualItems),
    unseen,
    limited: [...limited].sort(),
    scope: { include: [...scope.include], exclude: [...scope.exclude] },
    coverage: [...report.coverage],
    expired: [...expired],
    manualItems,
    controls,
  };
}

function assessControls(
  { framework, mapping, rules, inForce, report, all }: Assessment,
  attested: ReadonlySet<string>,
  unseen: readonly string[],
): AssessedControl[] {
  const results = Map.groupBy(report.results, ({ ruleId }) => ruleId);
  const mapped = new Map(mapping.map((each) => [each.id, each]));
  return framework.controls.map((control) => {
    const own = mapped.get(control.id);
    const evidence = rulesOf(control.id, own, rules, inForce).map((ruleId) =>
      evidenceOf(ruleId, inForce.has(ruleId), results.get(ruleId) ?? [], all),
    );
    const manual = (own?.manual ?? []).map((item) => ({ item, attested: attested.has(item) }));
    // A rule of one's own speaks for the controls that it names, but how far is not on record.
    const coverage = own?.coverage ?? (evidence.length > 0 ? 'supporting' : null);
    return {
      ...{ id: control.id, title: control.title, verified: control.verified, note: control.note },
      ...decide({ coverage, manual, rules: evidence, unseen }),
      ...{ coverage, coverageBecause: own?.because ?? null },
      ...{ manual, rules: evidence },
    };
  });
}

/** Ids of the rules that speak of a control: those of the mapping, and custom ones in force that name it. */
function rulesOf(
  id: string,
  own: ControlMapping | undefined,
  rules: readonly KnownRule[],
  inForce: ReadonlySet<string>,
): string[] {
  const naming = rules.filter((rule) => inForce.has(rule.id) && rule.controls.includes(id)).map((rule) => rule.id);
  return [...new Set([...(own?.rules ?? []), ...naming])].sort();
}

/** The items that speak of a control of the framework. */
function itemsOf({ framework, manualItems }: Assessment, valid: ReadonlyMap<string, Attestation>): ReportedItem[] {
  const held = new Set(framework.controls.map(({ id }) => id));
  return manualItems.flatMap(({ id, group, title, check, section = null, controls }) => {
    const own = controls.filter((control) => held.has(control));
    if (own.length === 0) return [];
    const attestation = valid.get(id);
    return [{ id, group, title, check, section, controls: own, attestation: attestation ? told(attestation) : null }];
  });
}

const told = ({ who, when, evidence, expires }: Attestation) => ({ who, when, evidence, expires });
