import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { Trust } from '../../snapshot/index.ts';
import { type FactTable, known, partition, seen } from '../define.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

const types = ['Forest', 'External'];
const directions = ['Two-Way', 'One-Way: Outgoing', 'One-Way: Incoming'];
const failed = ['Failed', 'VerifyFailed', 'UpdateFailed'];
const states = [...failed, 'Creating', 'Created', 'Verifying', 'Verified', 'Updating', 'Updated'];

/** Trusts of the directory but for those that are being deleted; one of an unknown state counts. */
const trustsOf = ({ estate, directory }: DirectoryContext): Trust[] =>
  estate.snapshot.resources.Trust.items.filter(
    ({ DirectoryId, TrustState }) => DirectoryId === directory.DirectoryId && !/^Delet(ing|ed)$/.test(TrustState ?? ''),
  );

const nameOf = ({ RemoteDomainName, TrustId }: Trust): string => RemoteDomainName || TrustId;

/** Trusts of which a member has one of some values, each as `words` puts it. */
const trustsWith = (
  member: 'TrustType' | 'TrustDirection' | 'TrustState',
  values: readonly string[],
  wanted: readonly string[],
  words: (trust: Trust, value: string) => string,
) => ({
  type: 'list' as const,
  from: [op.trusts],
  read: (context: DirectoryContext): readonly string[] | Unknown => {
    const read = trustsOf(context).map((trust) => {
      const value = known(trust[member], values, `Trusts[${trust.TrustId}].${member}`);
      return isUnknown(value) ? value : { trust, value };
    });
    const { known: trusts, unknown } = partition(read);
    const found = trusts.filter(({ value }) => wanted.includes(value));
    return seen(
      found.map(({ trust, value }) => words(trust, value)),
      context.estate.unreadOf('Trust', context.directory.DirectoryId) ?? unknown,
    );
  },
});

const withValue = (trust: Trust, value: string) => `${nameOf(trust)} (${value})`;

/** Trusts of an AWS Managed Microsoft AD with other domains. */
export const trustFacts: FactTable<DirectoryContext> = {
  'trusts.domains': {
    type: 'list',
    about: 'Domains that the directory has a trust with, but for trusts that are being deleted.',
    from: [op.trusts],
    read: (context) =>
      seen(trustsOf(context).map(nameOf), context.estate.unreadOf('Trust', context.directory.DirectoryId)),
  },
  'trusts.forest': {
    about: 'Domains of forest trusts.',
    ...trustsWith('TrustType', types, ['Forest'], nameOf),
  },
  'trusts.oneWay': {
    about: 'Domains of trusts in one direction only, with the direction.',
    ...trustsWith(
      'TrustDirection',
      directions,
      directions.filter((direction) => direction !== 'Two-Way'),
      withValue,
    ),
  },
  'trusts.failed': {
    about: 'Domains of trusts that could not be made, verified or updated, with the state.',
    ...trustsWith('TrustState', states, failed, withValue),
  },
};
