import type { WorkspaceImage } from '../snapshot/index.ts';
import { type FactTable, known } from './define.ts';
import type { Estate } from './estate.ts';
import * as op from './operations.ts';

/** An image of the account. */
export interface ImageContext {
  readonly estate: Estate;
  readonly image: WorkspaceImage;
}

const states = ['AVAILABLE', 'PENDING', 'ERROR'];

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
};
