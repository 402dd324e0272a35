import type { Intent } from './intent.ts';
import type { Reply } from './reply.ts';

/** What became of a text: a question that is understood, or one that is asked back or refused with suggestions. */
export type Understanding =
  | { readonly kind: 'intent'; readonly intent: Intent }
  | { readonly kind: 'reply'; readonly reply: Reply };
