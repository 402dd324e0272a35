import { expect, test } from 'vitest';
import type { Vocabulary } from '../../../../lib/chat/index.ts';
import { directoriesNamed } from '../../../../lib/run/chat/plain/names.ts';

const east = { accountId: '111122223333', region: 'us-east-1' };
const west = { accountId: '444455556666', region: 'us-west-2' };
const corp = { id: 'd-90671abc12', alias: 'corp', name: 'corp.example.com', ...east };
const lab = { id: 'd-90671abc34', alias: 'lab', name: 'corp.example.com', ...west };
/** Whoever may name directories may try to take the place of one that no run has seen yet. */
const impostor = { id: 'd-90671abc56', alias: 'd-90671abc78', ...west };
const vocabulary: Vocabulary = { rules: [], packs: [], directories: [corp, lab, impostor], places: [east, west] };

test.each([
  ['D-90671ABC12', {}, [corp]],
  ['LAB', {}, [lab]],
  ['corp.example.com', {}, [corp, lab]],
  ['corp.example.com', { regions: ['us-west-2'] }, [lab]],
  ['corp', { accounts: ['444455556666'] }, []],
  ['d-90671abc78', {}, []],
  ['nowhere', {}, []],
])('%s within %j', (name, within, directories) => {
  expect(directoriesNamed(name, vocabulary, within)).toEqual(directories);
});
