import {
  type CertificateAuthority,
  DescribeCertificateAuthorityCommand,
  paginateListTags,
  type Tag,
} from '@aws-sdk/client-acm-pca';
import type { OperationCoverage } from '../model/coverage.ts';
import type { CollectWanted } from './optional-collection.ts';
import { asked, paged } from './page.ts';
import { readEach } from './read-each.ts';

const describe = 'acm-pca:DescribeCertificateAuthority';
const list = 'acm-pca:ListTags';

/** What AWS Private CA answers about a CA that is not there, or not any more. */
const none = ['ResourceNotFoundException'];

/**
 * The private CAs that directories sign their users in with, and their tags. One of another Region is not asked about:
 * directories cannot use it, and only its own Region knows it.
 */
export const collectCertificateAuthorities: CollectWanted = async ({ clients, named, port, unread }, wanted) => {
  const client = await clients.acmPca();
  const region = await client.config.region();
  const arns = [...named.identity.certificateAuthorityArns].filter((arn) => arn.split(':')[3] === region);
  const open = unread('workspaces:DescribeWorkspaceDirectories');
  const shared = port();
  const coverage: OperationCoverage[] = [];
  if (wanted.has(describe)) {
    const operation = {
      ...({ name: describe, type: 'CertificateAuthority', none } as const),
      idOf: ({ Arn }: CertificateAuthority) => Arn,
      request: (CertificateAuthorityArn: string) =>
        asked(
          { CertificateAuthorityArn },
          (input) => client.send(new DescribeCertificateAuthorityCommand(input)),
          (output) => (output.CertificateAuthority === undefined ? [] : [output.CertificateAuthority]),
        ),
      join: (_: string, found: readonly CertificateAuthority[]) => found,
    };
    coverage.push(await readEach(operation, shared, arns, open));
  }
  if (wanted.has(list)) {
    const operation = {
      ...({ name: list, type: 'CertificateAuthorityTags' } as const),
      idOf: ({ CertificateAuthorityArn }: { readonly CertificateAuthorityArn: string }) => CertificateAuthorityArn,
      request: (CertificateAuthorityArn: string) =>
        paged(paginateListTags, { client }, { CertificateAuthorityArn }, ({ Tags }) => Tags),
      join: (CertificateAuthorityArn: string, Tags: readonly Tag[]) => [{ CertificateAuthorityArn, Tags }],
    };
    coverage.push(await readEach(operation, shared, arns, open));
  }
  return coverage;
};
