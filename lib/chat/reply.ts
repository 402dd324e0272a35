import type { Json } from '../model/report.ts';

/*
 * An answer as a document that every platform can show. Nothing in it is markup: renderers escape every text, so that the
 * name of a resource stays a name wherever it is read.
 */

/** A piece of a line. A bare string is plain text. */
export type Span =
  | string
  /** An id, a name or a command, shown as code. */
  | { readonly code: string }
  | { readonly strong: string }
  /** `url` is https and made by us, never taken from a resource. */
  | { readonly link: string; readonly url: string };

/** One line. */
export type Line = readonly Span[];

export interface Section {
  readonly heading?: string;
  /** Shown one below the other; as a list where `isList`. */
  readonly lines: readonly Line[];
  readonly isList?: boolean;
  /** Lines that there are beyond those above, said as "… and n more". */
  readonly omitted?: number;
}

/**
 * What an answer comes to, which platforms may show by a colour or a sign: `clean` only where everything was read and
 * nothing is open; `open` where something is; `unsure` where something could not be read or is too old to rely on.
 */
export type Mood = 'clean' | 'open' | 'unsure' | 'neutral' | 'question' | 'refused' | 'failed';

export interface Reply {
  readonly mood: Mood;
  /** One short line. */
  readonly title: string;
  readonly sections: readonly Section[];
  /** Whole commands to send next, such as `why ip-group-not-empty wsipg-0a1b2c3d4`; at most five. */
  readonly next: readonly string[];
  /** Where the evidence is. */
  readonly evidence?: { readonly link: string; readonly url: string };
}

/** A reply, and what it says as data. */
export interface Answer {
  /** For people: below 60 KB as JSON, whatever the estate. */
  readonly reply: Reply;
  /** The same for scripts; see `answers/data.ts`. */
  readonly data: Json;
}

export const code = (text: string): Span => ({ code: text });
export const strong = (text: string): Span => ({ strong: text });
