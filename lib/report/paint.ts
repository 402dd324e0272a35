import { styleText } from 'node:util';
import type { Severity } from '../model/outcome.ts';

/** Colours, or none. */
export interface Paint {
  readonly heading: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly name: (text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
}

type Style = Parameters<typeof styleText>[0];

const severityStyles: { readonly [severity in Severity]: Style } = {
  CRITICAL: ['bold', 'white', 'bgRed'],
  HIGH: ['bold', 'red'],
  MEDIUM: ['bold', 'yellow'],
  LOW: ['bold', 'blue'],
  INFORMATIONAL: ['bold', 'cyan'],
};

/** @param color whether the text goes to a terminal that shows colours; decided by the command line */
export function paint(color: boolean): Paint {
  const style = (format: Style) => (text: string) =>
    color && text !== '' ? styleText(format, text, { validateStream: false }) : text;
  return {
    heading: style('bold'),
    faint: style('dim'),
    name: style('cyan'),
    severity: (severity, text) => style(severityStyles[severity])(text),
  };
}
