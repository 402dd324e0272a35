import { isUnknown } from '../../model/unknown.ts';
import { type FactTable, sorted } from '../define.ts';
import { entraSecretArn, secretPolicyOf } from '../joins/secrets.ts';
import * as op from '../operations.ts';
import type { Statement } from '../policies/document.ts';
import { conditionsOn, hasNoConditions, isAbout } from '../policies/statement.ts';
import type { DirectoryContext } from './context.ts';

const read = 'secretsmanager:GetSecretValue';
const from = [op.directories, op.secretPolicies];

/** Statements of the secret's policy about reading it; none when it has no policy. */
function statementsOnReading({ estate, directory }: DirectoryContext) {
  const arn = entraSecretArn(directory);
  if (arn === null) return [];
  if (isUnknown(arn)) return arn;
  const policy = secretPolicyOf(estate, arn);
  if (isUnknown(policy)) return policy;
  return (policy?.statements ?? []).filter((statement) => isAbout(statement, read));
}

const ofStatements = (pick: (statements: readonly Statement[]) => readonly string[]) => (context: DirectoryContext) => {
  const statements = statementsOnReading(context);
  return isUnknown(statements) ? statements : sorted(pick(statements));
};

const allowances = (statements: readonly Statement[]) => statements.filter(({ effect }) => effect === 'Allow');

/** Services that a policy lets do something, and does not deny it to whatever the circumstances. */
export function servicesAllowed(statements: readonly Statement[]): string[] {
  const servicesIn = (some: readonly Statement[]) =>
    some.flatMap(({ principals: { names, isInverted } }) =>
      isInverted ? [] : names.flatMap((name) => /^Service (.+)$/.exec(name)?.[1] ?? []),
    );
  const denied = servicesIn(statements.filter((one) => one.effect === 'Deny' && hasNoConditions(one)));
  return servicesIn(allowances(statements)).filter((service) => !denied.includes(service));
}

const isForEveryone = ({ principals: { names, isInverted } }: Statement): boolean =>
  isInverted || names.includes('*') || names.includes('AWS *');

/** A service acts for whoever asks it, unless a condition names the account that it acts for. */
const namesNoSource = (statement: Statement): boolean =>
  ['aws:SourceAccount', 'aws:SourceArn'].every((key) => conditionsOn(statement, key).length === 0);

/** Who may read the secret of a directory's Microsoft Entra ID application; its value is never read here. */
export const entraSecretPolicyFacts: FactTable<DirectoryContext> = {
  'entraSecret.arn': {
    type: 'string',
    about: 'Secret with the Microsoft Entra ID application; null for a directory that is not joined to Entra ID.',
    from: [op.directories],
    nullable: true,
    read: ({ directory }) => entraSecretArn(directory),
  },
  'entraSecret.policy.services': {
    type: 'list',
    about: "AWS services that the secret's policy lets read it; none when it has no policy.",
    from,
    read: ofStatements(servicesAllowed),
  },
  'entraSecret.policy.statementsForEveryone': {
    type: 'list',
    about: 'Statements that let every principal read the secret, without a condition.',
    from,
    read: ofStatements((statements) =>
      allowances(statements)
        .filter((statement) => isForEveryone(statement) && hasNoConditions(statement))
        .map(({ label }) => label),
    ),
  },
  'entraSecret.policy.conditionalStatementsForEveryone': {
    type: 'list',
    about: 'Statements that let every principal read the secret under a condition.',
    from,
    read: ofStatements((statements) =>
      allowances(statements)
        .filter((statement) => isForEveryone(statement) && !hasNoConditions(statement))
        .map(({ label }) => label),
    ),
  },
  'entraSecret.policy.statementsWithoutSource': {
    type: 'list',
    about: 'Statements that let a service read the secret without naming the account or resource that it acts for.',
    from,
    read: ofStatements((statements) =>
      allowances(statements)
        .filter((statement) => servicesAllowed([statement]).length > 0 && namesNoSource(statement))
        .map(({ label }) => label),
    ),
  },
};
