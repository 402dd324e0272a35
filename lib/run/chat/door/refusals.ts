/** Who sent a request that was verified; ids only. */
export interface Sender {
  readonly workspace?: string;
  readonly tenant?: string;
  readonly channel?: string;
  readonly user?: string;
}

/** What the log calls each reason. */
export type RefusalCode =
  | 'no-such-path'
  | 'not-configured'
  | 'method'
  | 'too-large'
  | 'forged'
  | 'stale'
  | 'ahead'
  | 'replayed'
  | 'content-type'
  | 'malformed'
  | 'not-allowed';

interface Answer {
  readonly status: number;
  readonly sentence: string;
}

/* Whoever is refused before the signature is verified learns nothing of what is here, nor of why the signature failed. */
const notFound: Answer = { status: 404, sentence: 'There is nothing here.' };
const unverified: Answer = { status: 401, sentence: 'The signature of this request does not hold.' };

/** At most so many bytes does a request have; those of both platforms stay far below. */
export const largestBody = 64 * 1024;

const answers: Readonly<Record<RefusalCode, Answer>> = {
  'no-such-path': notFound,
  'not-configured': notFound,
  method: { status: 405, sentence: 'Only POST is answered here.' },
  'too-large': { status: 413, sentence: `A request has at most ${largestBody} bytes here.` },
  forged: unverified,
  stale: unverified,
  ahead: unverified,
  replayed: { status: 409, sentence: 'This very request came before.' },
  'content-type': { status: 415, sentence: 'The content type is not one that is sent here.' },
  malformed: { status: 400, sentence: 'This request cannot be read.' },
  'not-allowed': { status: 403, sentence: 'Questions from here are not answered.' },
};

/** A request that is not evaluated. Nothing of its body is in here but the ids of a sender that was verified. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly sender: Sender;
  /** For the log. */
  readonly detail: string | undefined;

  constructor(code: RefusalCode, { sender = {}, detail }: { readonly sender?: Sender; readonly detail?: string } = {}) {
    super(answers[code].sentence);
    this.code = code;
    this.sender = sender;
    this.detail = detail;
  }

  get status(): number {
    return answers[this.code].status;
  }
}
