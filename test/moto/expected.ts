type Status = 'COMPLIANT' | 'NON_COMPLIANT' | 'NOT_APPLICABLE' | 'INSUFFICIENT_DATA';

/** The subjects of a rule by the verdict that each must get. */
export type Verdicts = Partial<Record<Status, readonly string[]>>;

const directories = ['connector', 'managed', 'simple'];
const workspaces = ['encrypted', 'plain', 'rootOnly'];
const controllers = ['connector controllers', 'managed controllers', 'simple controllers'];
// That of the Simple AD was deleted: a group that does not exist has no verdict of its own.
const members = ['connector members', 'managed members'];
const groups = [...controllers, ...members].sort();

const notApplicable = (subjects: readonly string[]): Verdicts => ({ NOT_APPLICABLE: subjects });
const unknown = (subjects: readonly string[]): Verdicts => ({ INSUFFICIENT_DATA: subjects });
const compliant = (subjects: readonly string[]): Verdicts => ({ COMPLIANT: subjects });

/** IP groups could not be listed, so the rules on them have one verdict, on the account. */
const noIpGroups = unknown(['account']);

/** What the rules must say of the built account, by rule id; worked out from their conditions and moto's answers. */
export const expectedVerdicts: Readonly<Record<string, Verdicts>> = {
  // No directory has StreamingProperties, no WorkSpace a Global Accelerator setting: it is off everywhere.
  'aga-client-types-can-meet-minimum': notApplicable(directories),
  'aga-directory-has-dcv-workspaces': notApplicable(directories),
  'aga-directory-not-with-fips-and-ip-groups': notApplicable(directories),
  'aga-forecloses-missing-control': notApplicable(directories),
  'aga-override-only-on-dcv': notApplicable(workspaces),
  'aga-preferred-protocol-tcp': notApplicable(directories),
  'aga-region-has-endpoints': notApplicable(directories),
  'aga-workspace-not-with-fips-and-ip-groups': notApplicable(workspaces),
  'aga-workspace-override-recorded': notApplicable(workspaces),
  // Directories do not hand out internet addresses; WorkSpaces have no IpAddress to find their interface by.
  'eni-own-elastic-ip-on-auto-assign': notApplicable(workspaces),
  'eni-present-and-in-use': unknown(workspaces),
  'eni-public-ip-not-lost': notApplicable(workspaces),
  'eni-subnet-belongs-to-directory': unknown(workspaces),
  'eni-unmodified-since-baseline': unknown(workspaces),
  // An absent EndpointEncryptionMode is never read as either mode.
  'fips-directory-endpoint-encryption-mode': unknown(directories),
  'fips-mode-not-reverted': unknown(directories),
  'fips-region-authorized-us': compliant(directories),
  'fips-saml-relay-state-endpoint': notApplicable(directories),
  'fips-standard-directory-empty-before-switch': unknown(directories),
  'fips-unlisted-client-types-denied': unknown(directories),
  'fips-workspace-volumes-encrypted': { COMPLIANT: ['encrypted'], NON_COMPLIANT: ['plain', 'rootOnly'] },
  'ip-group-associated': { NON_COMPLIANT: directories },
  'ip-group-covers-every-nat-address': notApplicable(directories),
  'ip-group-ineffective-with-vpc-endpoint': notApplicable(directories),
  'ip-group-nat-gateway-static-addresses': noIpGroups,
  'ip-group-nat-single-udp-egress': noIpGroups,
  'ip-group-no-allow-all': notApplicable(directories),
  'ip-group-not-empty': noIpGroups,
  'ip-group-quota-per-directory': notApplicable(directories),
  'ip-group-quota-per-region': noIpGroups,
  'ip-group-quota-rules': noIpGroups,
  'ip-group-rule-address-still-owned': noIpGroups,
  'ip-group-rule-no-dynamic-address': noIpGroups,
  'ip-group-rule-public-address': noIpGroups,
  'ip-group-self-service-outside-boundary': notApplicable(directories),
  'ip-group-streaming-endpoint-restricted': notApplicable(directories),
  'ip-group-unsupported-client-types': notApplicable(directories),
  'ip-group-unused': noIpGroups,
  // The Simple AD has a GRAPHICS WorkSpace that no subnet holds yet; whether the AD Connector has one is unknown.
  'ipv6-autoassign-directory-graphics-bundles': {
    INSUFFICIENT_DATA: ['plain subnet'],
    NON_COMPLIANT: ['IPv6 subnet'],
  },
  // `rootOnly` has no compute type, `plain` is GRAPHICS in an unknown subnet.
  'ipv6-autoassign-graphics-workspace': {
    INSUFFICIENT_DATA: ['plain', 'rootOnly'],
    NOT_APPLICABLE: ['encrypted'],
  },
  // Interfaces were read in part only, because it is not known which addresses IP groups name.
  'sg-controllers-attached-to-directory-eni': unknown(directories),
  // moto opens no port of the directory.
  'sg-controllers-default-rules': {
    NON_COMPLIANT: ['managed controllers', 'simple controllers'],
    NOT_APPLICABLE: ['connector controllers', ...members],
  },
  'sg-controllers-exists': compliant(directories),
  'sg-controllers-not-on-workspaces': unknown(directories),
  'sg-custom-group-on-existing-workspaces': notApplicable(workspaces),
  'sg-managed-baseline-drift': unknown(groups),
  'sg-managed-group-identity': compliant(groups),
  'sg-members-attached-to-workspace': unknown(workspaces),
  // The added IPv6 egress is only worth a note.
  'sg-members-default-rules': { COMPLIANT: members, NOT_APPLICABLE: controllers },
  'sg-rules-condensed': unknown(directories),
  'sg-ssh-rule-in-separate-group': {
    NON_COMPLIANT: ['managed controllers'],
    NOT_APPLICABLE: groups.filter((group) => group !== 'managed controllers'),
  },
  // SSH from everywhere is certain; whether a WorkSpace has the group is not.
  'sg-ssh-source-restricted': {
    INSUFFICIENT_DATA: ['managed controllers'],
    NOT_APPLICABLE: groups.filter((group) => group !== 'managed controllers'),
  },
  'sg-workspaces-members-exists': { COMPLIANT: ['connector', 'managed'], NON_COMPLIANT: ['simple'] },
};

/** Each NON_COMPLIANT result with its graded severity. */
export const expectedFindings: readonly string[] = [
  'CRITICAL sg-workspaces-members-exists simple',
  'HIGH sg-controllers-default-rules managed controllers',
  'HIGH sg-controllers-default-rules simple controllers',
  'LOW ipv6-autoassign-directory-graphics-bundles IPv6 subnet',
  'MEDIUM fips-workspace-volumes-encrypted plain',
  'MEDIUM fips-workspace-volumes-encrypted rootOnly',
  'MEDIUM ip-group-associated connector',
  'MEDIUM ip-group-associated managed',
  'MEDIUM ip-group-associated simple',
  'MEDIUM sg-ssh-rule-in-separate-group managed controllers',
];

/** The rules that lack an operation, and which. What lacks only a member, or a baseline, lacks no operation. */
export const expectedMissing: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    Object.entries(expectedVerdicts)
      .filter(([, verdicts]) => verdicts === noIpGroups)
      .map(([rule]) => [rule, ['workspaces:DescribeIpGroups']]),
  ),
  'sg-controllers-attached-to-directory-eni': ['ec2:DescribeNetworkInterfaces'],
  'sg-controllers-not-on-workspaces': ['ec2:DescribeNetworkInterfaces'],
  'sg-rules-condensed': ['ec2:DescribeNetworkInterfaces'],
  'sg-ssh-source-restricted': ['ec2:DescribeNetworkInterfaces'],
};
