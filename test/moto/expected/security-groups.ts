import {
  type ByRule,
  compliant,
  controllers,
  directories,
  groups,
  members,
  notApplicable,
  unknown,
  workspaces,
} from './subjects.ts';

export const securityGroups: ByRule = {
  // Interfaces were read in part only, because it is not known which addresses IP groups name.
  'sg-controllers-attached-to-directory-eni': unknown(directories),
  // moto opens no port of the directory.
  'sg-controllers-default-rules': {
    NON_COMPLIANT: ['managed controllers', 'simple controllers'],
    NOT_APPLICABLE: ['connector controllers', 'connector members', 'managed members'],
  },
  'sg-controllers-exists': compliant(directories),
  'sg-controllers-not-on-workspaces': unknown(directories),
  'sg-custom-group-on-existing-workspaces': notApplicable(workspaces),
  'sg-managed-baseline-drift': unknown(groups),
  // moto has no events.
  'sg-managed-change-events': unknown(groups),
  'sg-managed-group-identity': compliant(groups),
  'sg-members-attached-to-workspace': unknown(workspaces),
  // The added IPv6 egress is only worth a note.
  'sg-members-default-rules': { COMPLIANT: members, NOT_APPLICABLE: controllers },
  'sg-rules-condensed': unknown(directories),
  'sg-ssh-rule-in-separate-group': {
    NON_COMPLIANT: ['managed controllers'],
    NOT_APPLICABLE: ['connector controllers', 'connector members', 'managed members', 'simple controllers'],
  },
  // SSH from everywhere is certain; whether a WorkSpace has the group is not.
  'sg-ssh-source-restricted': {
    INSUFFICIENT_DATA: ['managed controllers'],
    NOT_APPLICABLE: ['connector controllers', 'connector members', 'managed members', 'simple controllers'],
  },
  'sg-workspaces-members-exists': { COMPLIANT: ['connector', 'managed'], NON_COMPLIANT: ['simple'] },
};
