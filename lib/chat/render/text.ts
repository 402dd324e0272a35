import { wrap } from '../../model/lines.ts';
import type { Line, Reply, Section, Span } from '../reply.ts';

/*
 * A reply as plain text: for a terminal, for a log, and for Amazon Q Developer, which shows what a function returns as it
 * is. There is no markup in it, so there is none to escape; only what could move, colour or reorder the text around it.
 */

/** Control, format and direction characters, line separators and lone surrogates: names come from anyone. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * @param width columns to break lines at, at spaces; without it each line stays whole, for whoever shows it breaks it
 * @returns lines joined by line feeds, without one at the end
 */
export function renderText({ title, sections, next, evidence }: Reply, width = Number.POSITIVE_INFINITY): string {
  const blocks = [
    wrap(visible(title), width, ''),
    ...sections.map((section) => sectionLines(section, width)),
    ...(evidence === undefined ? [] : [wrap(visible(`${evidence.link}: ${evidence.url}`), width, '')]),
    ...(next.length === 0 ? [] : [['Next:', ...next.map((command) => `- ${visible(command)}`)]]),
  ];
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

function sectionLines({ heading, lines, isList = false, omitted = 0 }: Section, width: number): string[] {
  return [
    ...(heading === undefined ? [] : wrap(`${visible(heading)}:`, width, '')),
    ...lines.flatMap((line) => wrap(textOf(line), width, isList ? '- ' : '')),
    ...(omitted === 0 ? [] : [`… and ${omitted} more`]),
  ];
}

const textOf = (line: Line): string => line.map(spanText).map(visible).join('');

function spanText(span: Span): string {
  if (typeof span === 'string') return span;
  if ('code' in span) return span.code;
  return 'strong' in span ? span.strong : `${span.link} (${span.url})`;
}

const visible = (text: string): string => text.replace(unsafe, escaped);

/** Such as `\u{202e}`; line feeds and tabs as people write them. */
function escaped(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
