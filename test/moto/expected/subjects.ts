type Status = 'COMPLIANT' | 'NON_COMPLIANT' | 'NOT_APPLICABLE' | 'INSUFFICIENT_DATA';

/** The subjects of a rule by the verdict that each must get. */
export type Verdicts = Partial<Record<Status, readonly string[]>>;

/** What each rule of a pack must say of the built account, by rule id. */
export type ByRule = Readonly<Record<string, Verdicts>>;

export const directories = ['connector', 'managed', 'simple'];
export const workspaces = ['encrypted', 'plain', 'rootOnly'];
export const subnets = ['IPv6 subnet', 'plain subnet'];
export const controllers = ['connector controllers', 'managed controllers', 'simple controllers'];
// That of the Simple AD was deleted: a group that does not exist has no verdict of its own.
export const members = ['connector members', 'managed members'];
export const groups = [...controllers, ...members].sort();
export const vpc = ['VPC'];
export const account = ['account'];
/** The only role that is judged: there are none for SAML users. */
export const roles = ['workspaces_DefaultRole'];

export const compliant = (subjects: readonly string[]): Verdicts => ({ COMPLIANT: subjects });
export const violated = (subjects: readonly string[]): Verdicts => ({ NON_COMPLIANT: subjects });
export const notApplicable = (subjects: readonly string[]): Verdicts => ({ NOT_APPLICABLE: subjects });
export const unknown = (subjects: readonly string[]): Verdicts => ({ INSUFFICIENT_DATA: subjects });

/** IP groups could not be listed, so the rules on them have one verdict, on the account. */
export const noIpGroups = unknown(account);
