/** The four outcomes of a rule, in AWS Config's words, worst first. */
export const statuses = ['NON_COMPLIANT', 'INSUFFICIENT_DATA', 'COMPLIANT', 'NOT_APPLICABLE'] as const;
export type Status = (typeof statuses)[number];

/** ASFF severity labels, worst first. INFORMATIONAL never fails a run. */
export const severities = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL'] as const;
export type Severity = (typeof severities)[number];

/** Whether `a` is at least as severe as `b`. */
export const atLeast = (a: Severity, b: Severity): boolean => severities.indexOf(a) <= severities.indexOf(b);
