import { type Command, commands, type Intent } from '../intent.ts';
import type { AnswerParts } from '../memory.ts';
import { type Answer, code, type Line } from '../reply.ts';
import { usage } from '../usage.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { HelpData } from './data.ts';
import { listSection } from './lists.ts';

const mostExamples = 5;

/** What can be asked, with examples of what there is. */
export async function answerHelp(
  { about }: Extract<Intent, { kind: 'help' }>,
  { memory }: AnswerParts,
): Promise<Answer> {
  const asked = about === null ? commands : [about];
  const vocabulary = await memory.vocabulary();
  const examples =
    about === null ? commands.flatMap((one) => examplesOf(one, vocabulary).slice(0, 1)) : examplesOf(about, vocabulary);
  const data: HelpData = { kind: 'help', commands: asked.map((command) => ({ command, ...usage[command] })) };
  return {
    reply: {
      mood: 'neutral',
      title: about === null ? 'What you can ask' : `How to ask for ${about}`,
      sections: [
        { lines: asked.map((command): Line => [code(usage[command].form), `: ${usage[command].does}`]), isList: true },
        ...listSection('For example', about === null ? [] : examples, mostExamples, (example) => [code(example)]),
        ...(about === null ? [{ lines: [['Nothing that is asked here changes AWS, nor the exceptions.']] }] : []),
      ],
      next: about === null ? examples.slice(0, mostExamples) : [],
    },
    data,
  };
}

/** Commands that work here, made of names that are known; the first is the most telling. */
function examplesOf(command: Command, { directories, places, packs, rules }: Vocabulary): string[] {
  const [directory] = directories;
  const [place] = places;
  const [pack] = packs;
  const [rule] = rules;
  const names = {
    directory: directory === undefined ? [] : [directory.id, ...(directory.name === undefined ? [] : [directory.name])],
    place: place === undefined ? [] : [place.accountId, place.region],
    pack: pack === undefined ? [] : [pack.id],
    rule: rule === undefined ? [] : [rule.id],
  };
  const words: { readonly [command in Command]: readonly string[] } = {
    status: [...names.directory, ...names.place, ...names.pack],
    audit: [...names.directory, ...names.place],
    explain: names.rule,
    findings: ['critical', ...names.pack, ...names.directory],
    why: names.rule,
    exceptions: names.place,
    coverage: names.place,
    help: ['why'],
  };
  return words[command].map((word) => `${command} ${word}`);
}
