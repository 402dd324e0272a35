/** Answers a question when it is first asked; who asks again gets the same promise. */
export function lazily<Answer>(answer: () => Promise<Answer>): () => Promise<Answer> {
  let known: Promise<Answer> | undefined;
  return () => {
    known ??= answer();
    return known;
  };
}

/**
 * The same for many questions of a kind.
 *
 * @param keyOf tells which questions are the same
 */
export function once<Asked, Answer>(
  keyOf: (asked: Asked) => string,
  answer: (asked: Asked) => Promise<Answer>,
): (asked: Asked) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (asked) => {
    const key = keyOf(asked);
    const known = answers.get(key) ?? answer(asked);
    answers.set(key, known);
    return known;
  };
}
