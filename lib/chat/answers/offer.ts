import type { Intent } from '../intent.ts';
import { commandOf } from '../understand/command-of.ts';
import { understand } from '../understand.ts';
import type { Vocabulary } from '../vocabulary.ts';

/**
 * A command to send next: as people would type it, where that is understood as it is meant. A role, an alias or a pack may
 * be called like a word of ours or like another name; then each name says what it is.
 */
export function offer(intent: Intent, typed: string, vocabulary: Vocabulary): string {
  const whole = commandOf(intent);
  const understanding = understand(typed, vocabulary);
  return understanding.kind === 'intent' && commandOf(understanding.intent) === whole ? typed : whole;
}
