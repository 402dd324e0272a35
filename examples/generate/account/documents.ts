/** A statement of a policy, as far as the examples need it. */
export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: '*' | Readonly<Record<string, string>>;
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const documentOf = (...statements: readonly Statement[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

/** IAM answers with documents in URL encoding (RFC 3986); other services do not. */
export const encoded = (...statements: readonly Statement[]): string => encodeURIComponent(documentOf(...statements));
