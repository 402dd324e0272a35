import { describe, expect, it } from 'vitest';
import limits from '../../rules/reference/limits.json' with { type: 'json' };
import { dir, directories, directory, noDirectories } from './fleet-builders.ts';
import {
  description,
  descriptions,
  fallback,
  identityCenter,
  managedDir,
  pools,
  radius,
  saml,
  sharedDescription,
} from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const passes = { [dir]: 'COMPLIANT' };
const notApplicable = { [dir]: 'NOT_APPLICABLE' };
const unknown = { [dir]: 'INSUFFICIENT_DATA' };
const denied = { coverage: { [descriptions]: 'denied' as const } };
const withoutRadius = {
  'leaves out directories without RADIUS': [{ lines: [directory(), description('ADConnector')] }, notApplicable],
  'leaves out an empty list of servers': [
    { lines: [directory(), description('ADConnector', { RadiusSettings: { RadiusServers: [] } })] },
    notApplicable,
  ],
  'leaves out a shared directory whose owner has none': [
    { lines: [directory(), sharedDescription({})] },
    notApplicable,
  ],
  'leaves out a directory that WorkSpaces manages': [
    { lines: [directory(identityCenter)], ...denied },
    { [managedDir]: 'NOT_APPLICABLE' },
  ],
  'leaves out Pools': [{ lines: [directory(pools)], ...denied }, notApplicable],
  'cannot tell whether it applies when Directory Service was denied': [
    { lines: [directory()], ...denied },
    { [dir]: `INSUFFICIENT_DATA ${descriptions}` },
  ],
  'cannot tell whether it applies without a record of the directory': [{ lines: [directory()] }, unknown],
  'cannot tell whether it applies without the owner of a shared one': [
    { lines: [directory(), sharedDescription()] },
    unknown,
  ],
  'says of the account that directories were denied': [
    { lines: [], coverage: { [directories]: 'denied' } },
    noDirectories,
  ],
} as const;

describe('mfa-radius-completed', () => {
  const rule = 'mfa-radius-completed';
  const high = { [dir]: 'NON_COMPLIANT HIGH' };
  const medium = { [dir]: 'NON_COMPLIANT MEDIUM' };
  const inState = (RadiusStatus?: string | null, members: object = {}) => ({
    lines: [directory(members), description('ADConnector', radius(RadiusStatus))],
  });

  itJudges(rule, {
    ...withoutRadius,
    'passes what is completed': [inState('Completed'), passes],
    'fails what has failed': [inState('Failed'), high],
    'fails what is being set up, more lightly': [inState('Creating'), medium],
    'fails a state without servers': [
      { lines: [directory(), description('MicrosoftAD', { RadiusStatus: 'Failed' })] },
      high,
    ],
    'cannot tell from an unknown state': [inState('Updating'), unknown],
    'cannot tell from servers without a state': [inState(), unknown],
    'cannot tell from IPv6 servers without a state': [
      {
        lines: [directory(), description('ADConnector', { RadiusSettings: { RadiusServersIpv6: ['2001:db8::10'] } })],
      },
      unknown,
    ],
    "reads the owner's state of a shared directory": [
      { lines: [directory(), sharedDescription(radius('Failed'))] },
      high,
    ],
    'leaves out SAML without the fallback, where RADIUS is not asked': [
      inState('Failed', saml('ENABLED')),
      notApplicable,
    ],
    'judges SAML with the fallback': [inState('Failed', saml(fallback)), high],
    'cannot tell whether it applies from an unknown status of SAML': [inState('Failed', saml('PENDING')), unknown],
    'needs no status of SAML without RADIUS': [
      { lines: [directory(saml('PENDING')), description('ADConnector')] },
      notApplicable,
    ],
    'leaves out what is deregistering': [inState('Failed', { State: 'DEREGISTERING' }), notApplicable],
  });

  it('says what that means for users', async () => {
    expect(await onlyResult(rule, inState('Creating'))).toMatchObject({
      severity: 'MEDIUM',
      reason: 'RADIUS status: Creating; users cannot log in with MFA.',
      evidence: {
        kind: 'DIRECTORY_SERVICE',
        'radius.configured': true,
        'radius.status': 'Creating',
        'saml.status': 'DISABLED',
        state: 'REGISTERED',
        notes: ['Users cannot log in while MFA is being set up.'],
      },
      controls: ['IA-2(1)', 'CP-10'],
      missing: [],
    });
  });
});

describe('mfa-radius-parameters-in-range', () => {
  const rule = 'mfa-radius-parameters-in-range';
  const low = { [dir]: 'NON_COMPLIANT LOW' };
  const settings = (changes: object, RadiusStatus = 'Completed') => ({
    lines: [directory(), description('ADConnector', radius(RadiusStatus, changes))],
  });

  itJudges(rule, {
    ...withoutRadius,
    'passes ordinary values': [settings({}), passes],
    'passes a timeout of 1 second': [settings({ RadiusTimeout: 1 }), passes],
    'passes a timeout of 50 seconds': [settings({ RadiusTimeout: 50 }), passes],
    'fails a timeout of 0 seconds': [settings({ RadiusTimeout: 0 }), low],
    'fails a timeout of 51 seconds': [settings({ RadiusTimeout: 51 }), low],
    'passes no retries': [settings({ RadiusRetries: 0 }), passes],
    'passes 10 retries': [settings({ RadiusRetries: 10 }), passes],
    'fails -1 retries': [settings({ RadiusRetries: -1 }), low],
    'fails 11 retries': [settings({ RadiusRetries: 11 }), low],
    'passes another port': [settings({ RadiusPort: 1645 }), passes],
    'passes an absent port': [settings({ RadiusPort: undefined, AuthenticationProtocol: undefined }), passes],
    'cannot tell without the timeout': [settings({ RadiusTimeout: undefined }), unknown],
    'cannot tell without the retries': [settings({ RadiusRetries: null }), unknown],
    'fails the retries whatever the timeout': [settings({ RadiusRetries: 11, RadiusTimeout: undefined }), low],
    'cannot tell from a state without settings': [
      { lines: [directory(), description('ADConnector', { RadiusStatus: 'Completed' })] },
      unknown,
    ],
    'judges RADIUS that has failed': [settings({ RadiusTimeout: 51 }, 'Failed'), low],
    'judges RADIUS in an unknown state': [settings({ RadiusTimeout: 51 }, 'Updating'), low],
    'judges servers without a state': [
      { lines: [directory(), description('ADConnector', radius(null, { RadiusTimeout: 51 }))] },
      low,
    ],
    "reads the owner's values of a shared directory": [
      { lines: [directory(), sharedDescription(radius('Completed', { RadiusTimeout: 51 }))] },
      low,
    ],
    'judges directories with SAML too': [
      {
        lines: [directory(saml('ENABLED')), description('ADConnector', radius('Completed', { RadiusTimeout: 51 }))],
      },
      low,
    ],
    'leaves out what is deregistered': [
      {
        lines: [
          directory({ State: 'DEREGISTERED' }),
          description('ADConnector', radius('Completed', { RadiusTimeout: 51 })),
        ],
      },
      notApplicable,
    ],
  });

  it('has the bounds of the table', () => {
    expect(limits.radius).toEqual({ timeoutSeconds: [1, 50], retries: [0, 10], defaultPort: 1812 });
  });

  it('says which values are out of range, and remarks on port and protocol', async () => {
    const estate = settings({
      RadiusTimeout: 60,
      RadiusRetries: 11,
      RadiusPort: 1645,
      AuthenticationProtocol: 'PAP',
    });
    expect(await onlyResult(rule, estate)).toMatchObject({
      severity: 'LOW',
      reason: 'The timeout is 60 seconds, above 50; retries are 11, above 10.',
      evidence: {
        kind: 'DIRECTORY_SERVICE',
        'radius.configured': true,
        'radius.port': 1645,
        'radius.protocol': 'PAP',
        'radius.retries': 11,
        'radius.timeoutSeconds': 60,
        state: 'REGISTERED',
        notes: [
          'The servers listen on UDP port 1645 instead of 1812: their network has to admit it from the directory.',
          'PAP hides the code with no more than the shared secret; prefer MS-CHAPv2.',
        ],
      },
      controls: ['IA-2(1)', 'CM-6'],
      missing: [],
    });
    expect((await onlyResult(rule, settings({})))?.evidence).not.toHaveProperty('notes');
  });
});
