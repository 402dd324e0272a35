/*
 * What a text of a chat is made of, before anybody knows what the words mean. Platforms leave their own marks in it:
 * Slack turns `corp.example.com` into a link and escapes `&`, `<` and `>`; people paste from documents and write code in
 * backticks.
 */

/** Longer texts are no questions. In UTF-16 code units; about sixty directory ids. */
export const textLimit = 1_000;

/** Slack's marks: `<@U012>`, `<#C012|general>` and `<!here>` name people and places, never anything audited. */
const mention = /<[@#!][^<>]*>/g;
const labelledLink = /<[a-z]+:[^<>|]*\|([^<>]*)>/g;
const bareLink = /<(?:https?:\/\/|mailto:)([^<>|]*)>/g;
const teamsMention = /<at\b[^<>]*>[^<>]*<\/at>/g;
/** Only what platforms write: `<d-90671abc12>` is somebody who copied the brackets of a usage line. */
const tag = /<\/?(?:at|b|blockquote|br|code|div|em|i|li|ol|p|pre|span|strong|u|ul)(?:\s[^<>]*|\/)?>/gi;
const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|apos|gt|lt|nbsp|quot));/gi;
const named: { readonly [name: string]: string } = { amp: '&', apos: "'", gt: '>', lt: '<', nbsp: ' ', quot: '"' };

/** Marks without width and marks of direction, which hide in what is pasted. */
const invisible = /\p{Cf}|\p{Variation_Selector}/gu;
const hyphens = /[\u2010-\u2015\u2212]/g;
const between = /[\s\p{Cc}\p{Z},;|]+/u;

const emoji = /^:[\w+-]+:$/;
const apostrophes = /[\u2018\u2019\u02bc]/g;
const around = /^[^\p{L}\p{N}_+/@]+|[^\p{L}\p{N}_+]+$/gu;
/** `_status_` is how Slack shows slanted text; `_name` is how a role may be called. */
const slanted = /^_(.+)_$/;
const possessive = /'s$/i;

function decode(text: string): string {
  return text.replace(entity, (_whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? ' ';
    const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
  });
}

/** A word without quotes, brackets and punctuation around it. */
export const unquoted = (word: string): string => word.replace(around, '').replace(possessive, '');

/** The words of a text, in the case in which they were written. Never throws. */
export function wordsOf(text: string): readonly string[] {
  const unmarked = text
    .toWellFormed()
    .replace(teamsMention, ' ')
    .replace(mention, ' ')
    .replace(labelledLink, '$1')
    .replace(bareLink, '$1')
    .replace(tag, ' ');
  const words = decode(unmarked)
    .replace(invisible, '')
    .normalize('NFKC')
    .replace(hyphens, '-')
    .replace(apostrophes, "'")
    .split(between)
    .filter((word) => !emoji.test(word))
    .map((word) => unquoted(word).replace(slanted, '$1'))
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !word.startsWith('@'));
  const [first = '', ...rest] = words;
  // `/wsaudit status`, and `/status` of somebody who takes the command for the whole.
  return first.startsWith('/') ? [first.slice(1), ...rest] : words;
}
