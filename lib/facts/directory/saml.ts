import reference from '../../../rules/reference/identity-providers.json' with { type: 'json' };
import { type FactTable, known } from '../define.ts';
import { matcher } from '../globs.ts';
import * as op from '../operations.ts';
import { type DirectoryContext, pathOf } from './context.ts';

const registeredTypes = ['SIMPLE_AD', 'AD_CONNECTOR', 'MicrosoftAD', 'CUSTOMER_MANAGED', 'AWS_IAM_IDENTITY_CENTER'];

const userAccessUrl = ({ directory }: DirectoryContext): string | null =>
  directory.SamlProperties?.UserAccessUrl || null;

/** The URL taken apart, with scheme and host in lower case; null when there is none or it is none. */
const parsedUrl = (context: DirectoryContext): URL | null => URL.parse(userAccessUrl(context) ?? '');

/** Windows servers, which ADFS runs on, do not tell capitals in a path from small letters. */
function identityProvider(context: DirectoryContext): string | null {
  const url = parsedUrl(context);
  if (url === null) return null;
  const fits = ({ host, path }: { readonly host: string; readonly path: string }) =>
    matcher([host])(url.hostname) && matcher([path])(url.pathname.toLowerCase());
  return reference.identityProviders.find(fits)?.name ?? null;
}

/** SAML 2.0 sign-in beside its status: the identity provider that users are sent to. */
export const samlFacts: FactTable<DirectoryContext> = {
  registeredType: {
    type: 'string',
    about: 'Directory type as WorkSpaces registered it, which does not tell every type of AWS Directory Service.',
    from: [op.directories],
    values: registeredTypes,
    read: (context) => known(context.directory.DirectoryType, registeredTypes, pathOf(context, 'DirectoryType')),
  },
  'saml.userAccessUrl': {
    type: 'string',
    about: 'URL at the identity provider that users sign in at; null when none is set.',
    from: [op.directories],
    nullable: true,
    read: userAccessUrl,
  },
  'saml.userAccessUrl.scheme': {
    type: 'string',
    about: 'Scheme of that URL in lower case, such as https; null when it is none.',
    from: [op.directories],
    nullable: true,
    read: (context) => parsedUrl(context)?.protocol.slice(0, -1) ?? null,
  },
  'saml.identityProvider': {
    type: 'string',
    about: "Identity provider that the URL's host and path belong to; null for one that the table does not have.",
    from: [op.directories],
    values: reference.identityProviders.map(({ name }) => name),
    nullable: true,
    read: identityProvider,
  },
  'saml.relayStateParameter': {
    type: 'string',
    about: 'Parameter of the URL that carries the relay state; RelayState when never set.',
    from: [op.directories],
    read: ({ directory }) => directory.SamlProperties?.RelayStateParameterName || 'RelayState',
  },
};
