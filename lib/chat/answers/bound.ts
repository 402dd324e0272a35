import type { Line, Reply, Section, Span } from '../reply.ts';
import { cutToBytes, jsonBytes } from './cut.ts';

/*
 * Whatever an estate holds, a reply stays below 60 KB as JSON and near 60 lines on a screen: Step Functions hands on
 * 256 KB in all, Slack shows 50 blocks, and nobody reads more in a chat. Each answer lists little enough by itself; this
 * is for names and sentences that nobody foresaw.
 */
const most = { lines: 40, sections: 8, lineBytes: 1000, headingBytes: 200, titleBytes: 300, commandBytes: 400 };
const mostNext = 5;

/** A reply within its bounds; one that is within them stays as it is. */
export function bound(reply: Reply): Reply {
  let left = most.lines;
  const sections = reply.sections.slice(0, most.sections).map((section) => {
    const fitting = fitSection(section, left);
    left -= fitting.lines.length;
    return fitting;
  });
  return {
    ...reply,
    title: cutToBytes(reply.title, most.titleBytes),
    sections: sections.filter(({ lines, omitted = 0 }) => lines.length + omitted > 0),
    next: reply.next.filter(canBeSent).slice(0, mostNext),
  };
}

/** A command that is cut would ask something else, and so would one with an odd name in it. */
const canBeSent = (command: string): boolean =>
  command.length <= most.commandBytes && /^[!-~]+( [!-~]+)*$/.test(command);

function fitSection({ heading, lines, isList, omitted = 0 }: Section, left: number): Section {
  const shown = lines.slice(0, left);
  const missing = omitted + lines.length - shown.length;
  return {
    ...(heading === undefined ? {} : { heading: cutToBytes(heading, most.headingBytes) }),
    lines: shown.map(fitLine),
    ...(isList === undefined ? {} : { isList }),
    ...(missing === 0 ? {} : { omitted: missing }),
  };
}

function fitLine(line: Line): Line {
  if (jsonBytes(line) <= most.lineBytes) return line;
  const fitting: Span[] = [];
  let left = most.lineBytes - 2;
  for (const span of line) {
    const empty = jsonBytes(withText(span, '')) + 1;
    // Less than this says nothing any more.
    if (left < empty + 3) break;
    const shorter = withText(span, cutToBytes(textOf(span), left - empty));
    fitting.push(shorter);
    left -= jsonBytes(shorter) + 1;
  }
  return fitting;
}

const textOf = (span: Span): string => {
  if (typeof span === 'string') return span;
  if ('code' in span) return span.code;
  return 'strong' in span ? span.strong : span.link;
};

const withText = (span: Span, text: string): Span => {
  if (typeof span === 'string') return text;
  if ('code' in span) return { code: text };
  return 'strong' in span ? { strong: text } : { link: text, url: span.url };
};
