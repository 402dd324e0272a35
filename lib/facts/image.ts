import errors from '../../rules/reference/byol-import-errors.json' with { type: 'json' };
import type { WorkspaceImage } from '../snapshot/index.ts';
import { type FactTable, known, sorted } from './define.ts';
import type { Estate } from './estate.ts';
import * as op from './operations.ts';
import { settled } from './settled.ts';

/** An image of the account. */
export interface ImageContext {
  readonly estate: Estate;
  readonly image: WorkspaceImage;
}

const states = ['AVAILABLE', 'PENDING', 'ERROR'];
const tenancies = ['DEFAULT', 'DEDICATED'];
const remedies: { readonly [code: string]: string | undefined } = errors.remedies;

const errorCodesOf = ({ ErrorCode, ErrorDetails }: WorkspaceImage): string[] =>
  sorted([...(ErrorDetails ?? []).flatMap((detail) => detail.ErrorCode ?? []), ...(ErrorCode ? [ErrorCode] : [])]);

/** Everything a rule can read of an image. */
export const imageFacts: FactTable<ImageContext> = {
  id: { type: 'string', about: 'Image id.', from: [op.images], read: ({ image }) => image.ImageId },
  state: {
    type: 'string',
    about: 'State of the image.',
    from: [op.images],
    values: states,
    read: ({ image }) => known(image.State, states, `Images[${image.ImageId}].State`),
  },
  settledState: {
    type: 'string',
    about: 'State of the image; unknown while it is PENDING.',
    from: [op.images],
    values: ['AVAILABLE', 'ERROR'],
    read: ({ image }) => settled(image.State, ['AVAILABLE', 'ERROR'], ['PENDING'], `Images[${image.ImageId}].State`),
  },
  requiredTenancy: {
    type: 'string',
    about: 'Hardware that WorkSpaces of the image need; DEDICATED for Windows with a licence of the customer.',
    from: [op.images],
    values: tenancies,
    read: ({ image }) => known(image.RequiredTenancy, tenancies, `Images[${image.ImageId}].RequiredTenancy`),
  },
  errorCodes: {
    type: 'list',
    about: 'Codes of the errors that the import reports.',
    from: [op.images],
    read: ({ image }) => errorCodesOf(image),
  },
  'errorCodes.remedies': {
    type: 'list',
    about: 'What mends each of these errors, where that is known, as "code: remedy".',
    from: [op.images],
    read: ({ image }) =>
      errorCodesOf(image).flatMap((code) => (remedies[code] === undefined ? [] : `${code}: ${remedies[code]}`)),
  },
};
