import { readdir, readFile } from 'node:fs/promises';

/** A question and the whole answer, as plain text; of an audit, the request that is handed to the state machine. */
export interface Scenario {
  readonly name: string;
  readonly question: string;
  readonly answer: string;
}

const directory = new URL('./', import.meta.url);

/**
 * Reads test/chat/scenarios/*.txt: a line `> question`, then the answer up to the next question.
 *
 * @throws Error for text that belongs to no question
 */
export async function readScenarios(): Promise<readonly Scenario[]> {
  const files = (await readdir(directory)).filter((name) => name.endsWith('.txt')).sort();
  const each = await Promise.all(
    files.map(async (file) => scenariosOf(file, await readFile(new URL(file, directory), 'utf8'))),
  );
  return each.flat();
}

function scenariosOf(file: string, text: string): Scenario[] {
  const [before, ...blocks] = text.split(/^> /m);
  if (before?.trim() !== '') throw new Error(`${file}: there is text before the first question`);
  return blocks.map((block) => {
    const [question = '', ...lines] = block.split('\n');
    return { name: `${file}: ${question}`, question, answer: lines.join('\n').trim() };
  });
}
