import type { Line, Reply, Section, Span } from '../../../chat/index.ts';
import { cut } from '../../../model/text.ts';

/**
 * Amazon Q Developer in chat applications shows what a function returned as one JSON value behind `Payload:`, so that a
 * line break is read as `\n` and a quotation mark as `\"`. A single line without them reads well there, and anywhere.
 *
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/chatbot-run-lambda-function-remotely-tutorial.html
 */
export const lineLength = 2_500;

/** A reply in one line of at most {@link lineLength} UTF-16 code units; the address of the evidence is never cut. */
export function lineOf({ title, sections, next, evidence }: Reply): string {
  const head = [
    title,
    ...sections.map(textOfSection),
    ...(next.length === 0 ? [] : [`Next: ${next.join(' • ')}`]),
  ].join(' | ');
  const tail = evidence === undefined ? '' : ` | ${evidence.link}: ${evidence.url}`;
  return `${cut(harmless(head), lineLength - tail.length)}${tail}`;
}

function textOfSection({ heading, lines, isList = false, omitted = 0 }: Section): string {
  const texts = [...lines.map(textOfLine), ...(omitted === 0 ? [] : [`… and ${omitted} more`])];
  const body = isList ? texts.map((text) => `• ${text}`).join(' ') : texts.join(' ');
  return heading === undefined ? body : `${heading}: ${body}`;
}

const textOfLine = (line: Line): string => line.map(textOfSpan).join('');

function textOfSpan(span: Span): string {
  if (typeof span === 'string') return span;
  if ('code' in span) return span.code;
  return 'strong' in span ? span.strong : `${span.link} (${span.url})`;
}

/** Nothing that JSON would escape, and no `<…>`, by which Slack mentions everyone. */
const harmless = (text: string): string =>
  text.replaceAll('"', "'").replaceAll('\\', '/').replaceAll('<', '‹').replaceAll('>', '›');
