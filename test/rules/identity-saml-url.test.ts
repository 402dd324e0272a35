import { describe, expect, it } from 'vitest';
import { dir, directories, directory, noDirectories } from './fleet-builders.ts';
import { fallback, pools, saml } from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

describe('saml-user-access-url-valid', () => {
  const rule = 'saml-user-access-url-valid';
  const passes = { [dir]: 'COMPLIANT' };
  const low = { [dir]: 'NON_COMPLIANT LOW' };
  const medium = { [dir]: 'NON_COMPLIANT MEDIUM' };
  const notApplicable = { [dir]: 'NOT_APPLICABLE' };
  const at = (url?: string, parameter?: string, status = 'ENABLED') => ({
    lines: [directory(saml(status, url, parameter))],
  });
  const pingFederate = 'https://sso.example.com/idp/startSSO.ping?PartnerSpId=workspaces';
  const pingOne = 'https://sso.connect.pingidentity.com/sso/sp/initsso?saasid=app&idpid=idp';

  const withRelayState = {
    ADFS: 'https://adfs.example.com/adfs/ls/idpinitiatedsignon.aspx?RelayState=RPID=urn:x',
    'ADFS in capitals': 'https://adfs.example.com/ADFS/LS/IdpInitiatedSignOn.aspx',
    'Azure AD': 'https://myapps.microsoft.com/signin/app?tenantId=tenant',
    Duo: 'https://sso-1.sso.duosecurity.com/saml2/sp/app/sso',
    Okta: 'https://corp.okta.com/app/workspaces/app/sso/saml',
    'Okta in capitals': 'HTTPS://Corp.OKTA.com/app/x',
    OneLogin: 'https://corp.onelogin.com/trust/saml2/http-post/sso/app',
    JumpCloud: 'https://sso.jumpcloud.com/saml2/app',
    Auth0: 'https://corp.us.auth0.com/samlp/client',
  };
  for (const [name, url] of Object.entries(withRelayState)) {
    itJudges(rule, {
      [`passes RelayState with ${name}`]: [at(url, 'RelayState'), passes],
      [`takes RelayState for granted with ${name}`]: [at(url), passes],
      [`fails TargetResource with ${name}`]: [at(url, 'TargetResource'), low],
    });
  }

  itJudges(rule, {
    'passes TargetResource with PingFederate': [at(pingFederate, 'TargetResource'), passes],
    'passes TARGET with PingFederate': [at(pingFederate, 'TARGET'), passes],
    'fails RelayState with PingFederate': [at(pingFederate, 'RelayState'), medium],
    'fails the default with PingFederate': [at(pingFederate), medium],
    'compares the parameter exactly': [at(pingFederate, 'targetresource'), medium],
    'passes TargetResource with PingOne': [at(pingOne, 'TargetResource'), passes],
    'fails the default with PingOne': [at(pingOne), medium],
    'fails capitals of RelayState': [at('https://corp.okta.com/app/x', 'RELAYSTATE'), low],
    'takes an empty parameter for the default': [at('https://corp.okta.com/app/x', ''), passes],
    'passes an unlisted identity provider with the default': [at('https://idp.example.com/sso'), passes],
    'passes it with another parameter': [at('https://idp.example.com/sso', 'Target'), passes],
    'does not take a look-alike for a listed one': [at('https://notokta.com/app/x', 'Target'), passes],
    'does not take a host in the path for a listed one': [
      at('https://idp.example.com/corp.okta.com/', 'Target'),
      passes,
    ],
    'fails without a URL': [at(), medium],
    'fails an empty URL': [at(''), medium],
    'fails without SAML properties but for the status': [
      { lines: [directory({ SamlProperties: { Status: 'ENABLED' } })] },
      medium,
    ],
    'fails http': [at('http://idp.example.com/sso'), medium],
    'fails another scheme': [at('ftp://idp.example.com/sso'), medium],
    'fails a URL without a scheme': [at('corp.okta.com/app/x'), medium],
    'fails a scheme alone': [at('https://'), medium],
    'fails http to a listed identity provider as heavily': [at('http://corp.okta.com/app/x', 'TargetResource'), medium],
    'judges the fallback alike': [at('http://idp.example.com/sso', undefined, fallback), medium],
    'leaves out directories with SAML off': [at('http://idp.example.com/sso', undefined, 'DISABLED'), notApplicable],
    'leaves out directories that never set SAML': [{ lines: [directory()] }, notApplicable],
    'leaves out Pools': [{ lines: [directory({ ...saml('ENABLED'), ...pools })] }, notApplicable],
    'cannot tell from an unknown status': [at(undefined, undefined, 'PENDING'), { [dir]: 'INSUFFICIENT_DATA' }],
    'leaves out what is deregistering': [
      { lines: [directory({ ...saml('ENABLED'), State: 'DEREGISTERING' })] },
      notApplicable,
    ],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('says that there is no URL', async () => {
    expect(await onlyResult(rule, at())).toMatchObject({
      severity: 'MEDIUM',
      reason: 'The user access URL (none) is no https address.',
      evidence: {
        kind: 'DIRECTORY_SERVICE',
        'saml.identityProvider': null,
        'saml.relayStateParameter': 'RelayState',
        'saml.status': 'ENABLED',
        'saml.userAccessUrl': null,
        'saml.userAccessUrl.scheme': null,
        state: 'REGISTERED',
      },
      controls: ['IA-2', 'IA-8', 'SC-8'],
      missing: [],
    });
  });

  it('names the parameter that the identity provider expects', async () => {
    expect(await onlyResult(rule, at(pingOne))).toMatchObject({
      reason: 'The relay state parameter is RelayState, where PingOne expects TargetResource.',
    });
    expect(await onlyResult(rule, at(withRelayState.ADFS, 'TARGET'))).toMatchObject({
      reason: 'The relay state parameter is TARGET, where ADFS expects RelayState.',
    });
  });

  it('remarks on a parameter of an identity provider that the guide does not list', async () => {
    expect(await onlyResult(rule, at('https://idp.example.com/sso', 'Target'))).toMatchObject({
      status: 'COMPLIANT',
      evidence: {
        notes: ['The guide does not list this identity provider: make sure that it expects the parameter Target.'],
      },
    });
    expect((await onlyResult(rule, at('https://idp.example.com/sso')))?.evidence).not.toHaveProperty('notes');
  });
});
