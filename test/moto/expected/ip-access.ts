import { type ByRule, directories, noIpGroups, notApplicable, unknown, violated } from './subjects.ts';

export const ipAccess: ByRule = {
  'ip-group-associated': violated(directories),
  // moto has no events.
  'ip-group-change-active-sessions': unknown(directories),
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
  'ip-group-rule-static-attested': noIpGroups,
  'ip-group-self-service-outside-boundary': notApplicable(directories),
  'ip-group-streaming-endpoint-restricted': notApplicable(directories),
  'ip-group-unsupported-client-types': notApplicable(directories),
  'ip-group-unused': noIpGroups,
};
