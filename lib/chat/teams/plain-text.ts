/** Tags inside a word: `ip<b>-group</b>` is one. Others part words. */
const inline = new Set(['a', 'b', 'code', 'em', 'font', 'i', 's', 'span', 'strike', 'strong', 'sub', 'sup', 'u']);

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['apos', "'"],
  ['gt', '>'],
  ['lt', '<'],
  ['nbsp', ' '],
  ['quot', '"'],
]);

/** Digits are bounded, so that no run of them is read twice. */
const entity = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g;

/** Marks without width, which editors leave between words and nobody types. */
const widthless = /[\u200b\u2060\ufeff]/g;
/** Control characters, marks that turn the direction of the text, and every kind of white space. */
const blank = /[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\s]+/gu;

/**
 * What somebody wrote, out of the HTML that Teams sends: one line without tags, mentions and their names, and with
 * entities decoded once. Never throws, and its time grows with the length of the text only.
 */
export function plainTextOf(html: string): string {
  const kept: string[] = [];
  /** How much was kept when the mention that is open began. */
  let mention: number | undefined;
  for (const piece of piecesOf(html)) {
    if (piece.kind === 'text') {
      kept.push(piece.text);
    } else if (piece.name === 'at') {
      if (!piece.closes) mention ??= kept.length;
      else if (mention !== undefined) {
        kept.length = mention;
        mention = undefined;
      }
      kept.push(' ');
    } else if (!inline.has(piece.name)) {
      kept.push(' ');
    }
  }
  return lineOf(decodeEntities(kept.join('')));
}

/** One line: white space is a single space, and there is none around it. */
export const lineOf = (text: string): string => text.toWellFormed().replace(widthless, '').replace(blank, ' ').trim();

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tag'; readonly name: string; readonly closes: boolean };

/** `<` begins a tag only before a letter, `/`, `!` or `?`, as in a browser; so `severity < high` stays. */
const opening = /<(?=[a-zA-Z/!?])/g;
const tagName = /^\/?[a-zA-Z][a-zA-Z0-9]{0,30}/;

function* piecesOf(html: string): Generator<Piece> {
  let at = 0;
  while (at < html.length) {
    opening.lastIndex = at;
    const start = opening.exec(html)?.index ?? html.length;
    if (start > at) yield { kind: 'text', text: html.slice(at, start) };
    if (start === html.length) return;
    const name = tagName.exec(html.slice(start + 1, start + 33))?.[0].toLowerCase() ?? '';
    yield { kind: 'tag', name: name.replace('/', ''), closes: name.startsWith('/') };
    at = endOfTag(html, start + 1);
  }
}

/** Where the text goes on: behind the `>` that is in no quotes, or at the end for a tag that never ends. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at += 1) {
    const character = html.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return at + 1;
    else if (character === '"' || character === "'") quote = character;
  }
  return html.length;
}

const decodeEntities = (text: string): string =>
  text.replace(entity, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return named.get(name.toLowerCase()) ?? whole;
    const codePoint = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    return codePoint > 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '\ufffd';
  });
