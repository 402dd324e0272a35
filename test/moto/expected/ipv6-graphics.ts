import type { ByRule } from './subjects.ts';

export const ipv6Graphics: ByRule = {
  // The Simple AD has a GRAPHICS WorkSpace that no subnet holds yet; whether the AD Connector has one is unknown.
  'ipv6-autoassign-directory-graphics-bundles': { INSUFFICIENT_DATA: ['plain subnet'], NON_COMPLIANT: ['IPv6 subnet'] },
  // `rootOnly` has no compute type, `plain` is GRAPHICS in an unknown subnet.
  'ipv6-autoassign-graphics-workspace': { INSUFFICIENT_DATA: ['plain', 'rootOnly'], NOT_APPLICABLE: ['encrypted'] },
};
