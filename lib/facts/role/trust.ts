import { isUnknown, Unknown } from '../../model/unknown.ts';
import { type FactTable, seen, sorted } from '../define.ts';
import type { Estate } from '../estate.ts';
import { samlProvidersIn, samlStatements } from '../joins/roles.ts';
import * as op from '../operations.ts';
import type { PolicyDocument, Statement } from '../policies/document.ts';
import { admitsOnly, concerns, conditionsOn, hasNoConditions, isAbout } from '../policies/statement.ts';
import { type RoleContext, trust } from './context.ts';

const tagSession = 'sts:TagSession';

/** Read of a trust policy, or why it is not known. */
const ofTrust = (read: (document: PolicyDocument) => readonly string[]) => (context: RoleContext) => {
  const document = trust(context);
  return isUnknown(document) ? document : sorted(read(document));
};

const providersOf = (document: PolicyDocument): string[] => samlStatements(document).flatMap(samlProvidersIn);

/** A denial under a condition leaves the sessions that the condition does not meet. */
const mayTagSession = ({ statements }: PolicyDocument, provider: string): boolean => {
  const about = statements.filter(
    (statement) => isAbout(statement, tagSession) && concerns(statement, `Federated ${provider}`),
  );
  return (
    about.some(({ effect }) => effect === 'Allow') &&
    !about.some((statement) => statement.effect === 'Deny' && hasNoConditions(statement))
  );
};

const acceptsOthers = (statement: Statement): boolean =>
  !admitsOnly(statement, 'SAML:sub_type', (value) => value === 'persistent');

/** Providers of the trust policy that `isSo` of what the account has under that ARN; undefined where it has none. */
const providers =
  (isSo: (validUntil: string | null | undefined | 'none', estate: Estate) => boolean | Unknown) =>
  (context: RoleContext) => {
    const document = trust(context);
    if (isUnknown(document)) return document;
    const { estate } = context;
    const verdicts = sorted(providersOf(document)).map((arn) => {
      const entry = estate.snapshot.resources.SAMLProviderListEntry.items.find((line) => line.Arn === arn);
      const unread = entry === undefined ? estate.unread('SAMLProviderListEntry') : undefined;
      return { arn, is: unread ?? isSo(entry === undefined ? 'none' : entry.ValidUntil, estate) };
    });
    return seen(
      verdicts.filter(({ is }) => is === true).map(({ arn }) => arn),
      verdicts.map(({ is }) => is).find(isUnknown),
    );
  };

/** What the trust policy of a role says of users of SAML providers. */
export const trustFacts: FactTable<RoleContext> = {
  'trust.samlProviders': {
    type: 'list',
    about: 'SAML providers whose users may assume the role.',
    from: [op.roles],
    read: ofTrust(providersOf),
  },
  'trust.samlProviders.withoutTagSession': {
    type: 'list',
    about: 'Those of them whose users may not be given session tags (sts:TagSession).',
    from: [op.roles],
    read: ofTrust((document) => providersOf(document).filter((provider) => !mayTagSession(document, provider))),
  },
  'trust.samlProviders.notFound': {
    type: 'list',
    about: 'Those of them that the account does not have.',
    from: [op.roles, op.samlProviders],
    read: providers((validUntil) => validUntil === 'none'),
  },
  'trust.samlProviders.expired': {
    type: 'list',
    about: 'Those of them whose metadata is not valid any more.',
    from: [op.roles, op.samlProviders],
    read: providers((validUntil, { snapshot }) => {
      if (validUntil === 'none') return false;
      const time = Date.parse(validUntil ?? '');
      if (Number.isNaN(time)) return new Unknown('SAMLProviderList[].ValidUntil is absent or no time');
      return time <= Date.parse(snapshot.header.capturedAt);
    }),
  },
  'trust.statementsAcceptingOtherSubjects': {
    type: 'list',
    about: 'Statements that let SAML users assume the role whose subject type (SAML:sub_type) is not persistent.',
    from: [op.roles],
    read: ofTrust((document) =>
      samlStatements(document)
        .filter(acceptsOthers)
        .map(({ label }) => label),
    ),
  },
  'trust.statementsWithoutAudience': {
    type: 'list',
    about: 'Statements that let SAML users assume the role without asking whom the assertion is for (SAML:aud).',
    from: [op.roles],
    read: ofTrust((document) =>
      samlStatements(document)
        .filter((statement) => conditionsOn(statement, 'SAML:aud').length === 0)
        .map(({ label }) => label),
    ),
  },
};
