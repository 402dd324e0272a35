import type { Compliance, StatusReason } from '@aws-sdk/client-securityhub';
import type { Result } from '../model/report.ts';
import { commonMembers, type Finding, limits, rating, type Sighting } from './asff-finding.ts';
import { fieldMap, productLimits } from './fields.ts';
import { partitionOf } from './partition.ts';
import { resourceOf } from './resource.ts';
import { cut } from './text.ts';

/** A result's sighting, with what the result itself does not say. */
export interface ResultSighting extends Sighting {
  /** Page of the rule's source; absent when it has none. */
  readonly sourceUrl?: string | undefined;
  /** Name and version of the program. */
  readonly generator: string;
}

/**
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format-type-taxonomy.html
 */
const practice = 'Software and Configuration Checks/AWS Security Best Practices';
const regulation = 'Software and Configuration Checks/Industry and Regulatory Standards/NIST 800-53 Controls (USA)';

/** Whether Security Hub is told of a result: what could not be judged is told once per operation, not per subject. */
export const isPublished = ({ status }: Result): boolean => status === 'NON_COMPLIANT';

/**
 * A finding in the AWS Security Finding Format. Deterministic: all times come from the sighting.
 *
 * @param result NON_COMPLIANT; for a resolved finding, as it was found last
 */
export function findingOf(result: Result, sighting: ResultSighting): Finding {
  const { subject, controls } = result;
  const partition = partitionOf(subject);
  return {
    ...commonMembers(sighting, { ...subject, partition }),
    ...rating(result.severity, controls.length === 0 ? [practice] : [practice, regulation]),
    GeneratorId: cut(`workspaces-auditor/${result.packId}/${result.ruleId}`, limits.generatorId),
    Title: cut(result.title, limits.title),
    Description: cut(result.reason, limits.description),
    Remediation: { Recommendation: recommendation(result.remediation, sighting.sourceUrl) },
    ProductFields: fieldMap(productFields(result, sighting.generator), productLimits),
    Resources: [resourceOf(subject, result.evidence, partition)],
    Compliance: complianceOf(result, sighting.state),
  };
}

const recommendation = (text: string, url = '') => ({
  Text: cut(text, limits.recommendationText),
  // A cut URL leads nowhere, and an odd one of a custom pack might fail the whole finding.
  ...(url.length <= limits.recommendationUrl && /^https:\/\/[!-~]+$/.test(url) ? { Url: url } : {}),
});

/** `SecurityControlId` stays away: it names one of Security Hub's own controls. */
function complianceOf(result: Result, state: Sighting['state']): Compliance {
  const related = result.controls.slice(0, limits.relatedRequirements);
  return {
    Status: state === 'open' ? 'FAILED' : 'PASSED',
    StatusReasons: state === 'open' ? openReasons(result) : [resolvedReason],
    ...(related.length === 0
      ? {}
      : { RelatedRequirements: related.map((id) => cut(`NIST.800-53.r5 ${id}`, limits.relatedRequirement)) }),
  };
}

const resolvedReason: StatusReason = {
  ReasonCode: 'RESOLVED',
  Description: 'The subject is gone or compliant, and everything that the rule reads was completely read.',
};

function openReasons({ reason, exception }: Result): StatusReason[] {
  const found = statusReason('NON_COMPLIANT', reason);
  if (exception === null) return [found];
  const { owner, expires, expired } = exception;
  const said = `by ${owner}, until ${expires}: ${exception.reason}`;
  return [found, expired ? statusReason('EXCEPTION_EXPIRED', `Was accepted ${said}`) : accepted(said)];
}

const accepted = (said: string): StatusReason => statusReason('EXCEPTION', `Is accepted ${said}`);

const statusReason = (code: string, description: string): StatusReason => ({
  ReasonCode: code,
  Description: cut(description, limits.statusReasonDescription),
});

const productFields = ({ ruleId, packId, subject, exception }: Result, generator: string) => ({
  'workspaces-auditor/Generator': generator,
  'workspaces-auditor/PackId': packId,
  'workspaces-auditor/RuleId': ruleId,
  'workspaces-auditor/SubjectId': subject.id,
  'workspaces-auditor/SubjectType': subject.type,
  ...(exception === null
    ? {}
    : {
        'workspaces-auditor/ExceptionExpired': String(exception.expired),
        'workspaces-auditor/ExceptionExpires': exception.expires,
        'workspaces-auditor/ExceptionOwner': exception.owner,
        ...(exception.ticket === null ? {} : { 'workspaces-auditor/ExceptionTicket': exception.ticket }),
      }),
});
