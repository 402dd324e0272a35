import { expect, test } from 'vitest';
import { understand } from '../../../lib/chat/index.ts';
import { readTypedScenarios } from './scenarios.ts';
import { show } from './show.ts';
import { vocabulary } from './vocabulary.ts';

test.each(readTypedScenarios())('$file: $name', ({ typed, expected }) => {
  expect(show(understand(typed, vocabulary))).toEqual(expected);
});
