import type { Exception } from '../../config/index.ts';
import { applyExceptions } from '../../findings/index.ts';
import { count } from '../../model/lines.ts';
import { daysLeft } from '../ages.ts';
import { type Filter, type Intent, noFilter } from '../intent.ts';
import type { AnswerParts } from '../memory.ts';
import { type Answer, code, type Line } from '../reply.ts';
import { cut, name, sentence } from './cut.ts';
import type { ExceptionsData } from './data.ts';
import { isAmong, placeSpans } from './finding.ts';
import { listData, listSection } from './lists.ts';
import { look } from './look.ts';
import { isKnown, titled } from './overview.ts';
import { ruleOf } from './rules.ts';

const mostExceptions = 20;
/** Whoever must renew an exception needs some weeks for it. */
const soon = 30;

interface Standing {
  readonly exception: Exception;
  readonly left: number;
  /** Open findings that it speaks of, where the question looks. */
  readonly matched: number;
  /** Whether it speaks of none anywhere; null before a run looked. */
  readonly unused: boolean | null;
}

/** Who answers for what, until when, and whether it is still of use. */
export async function answerExceptions(
  { of }: Extract<Intent, { kind: 'exceptions' }>,
  parts: AnswerParts,
): Promise<Answer> {
  const standings = await standingsOf(of, parts);
  const expired = standings.filter(({ left }) => left < 0);
  const unused = standings.filter((standing) => standing.unused);
  const ending = standings.filter(({ left }) => left >= 0 && left <= soon);
  const data: ExceptionsData = {
    kind: 'exceptions',
    ...{ expired: expired.length, unused: unused.length },
    exceptions: listData(standings, dataOf),
  };
  const counts = [
    ...(expired.length === 0 ? [] : [`${expired.length} expired, which do not count any more`]),
    ...(ending.length === 0 ? [] : [`${ending.length} with ${soon} days left or less`]),
    ...(unused.length === 0 ? [] : [`${unused.length} unused: no open finding is theirs`]),
    ...(standings.some((standing) => standing.unused === null)
      ? ['No run has looked yet, so that nobody knows which are of use']
      : []),
  ];
  return {
    reply: {
      mood: expired.some(({ matched }) => matched > 0) ? 'open' : 'neutral',
      title: titled(of, standings.length === 0 ? 'There are no exceptions' : count(standings.length, 'exception')),
      sections: [
        ...(counts.length === 0 ? [] : [{ lines: [[`${counts.join('; ')}.`]] }]),
        ...listSection('By their last day', standings, mostExceptions, lineOf),
      ],
      next: [],
    },
    data,
  };
}

async function standingsOf(of: Filter, parts: AnswerParts): Promise<Standing[]> {
  const { memory, now } = parts;
  const here = await look({ ...of, packs: [], rules: [], severities: [] }, parts);
  // What one place does not need another may: nobody should be told to delete it.
  const isNarrow = of.directories.length + of.accounts.length + of.regions.length > 0;
  const everywhere = isNarrow ? await look(noFilter, parts) : here;
  const { exceptions } = memory.configuration;
  const asked = exceptions.filter(({ rule, accounts }) => {
    const packId = ruleOf(rule, parts)?.packId ?? '';
    const isTheirs =
      accounts === undefined || of.accounts.length === 0 || accounts.some((id) => of.accounts.includes(id));
    return isAmong(of.packs, packId) && isAmong(of.rules, rule) && isTheirs;
  });
  const [matches, used] = [here, everywhere].map(({ findings }) =>
    applyExceptions(
      findings.map(({ result }) => result),
      asked,
      [],
    ).exceptions.map(({ matched }) => matched),
  );
  return asked
    .map((exception, index): Standing => {
      const matched = matches?.[index] ?? 0;
      const unused = isKnown(everywhere) ? matched + (used?.[index] ?? 0) === 0 : null;
      return { exception, matched, unused, left: daysLeft(exception.expires, now) };
    })
    .filter(({ matched }) => of.directories.length === 0 || matched > 0)
    .sort((a, b) => a.left - b.left);
}

function lineOf({ exception, left, matched, unused }: Standing): Line {
  const { rule, subject, accounts, owner, expires, reason } = exception;
  const where = accounts === undefined ? [] : [' in ', ...placeSpans({ accountId: accounts.join(', '), region: '' })];
  return [
    ...[code(rule), ' on ', code(subject), ...where, ', ', code(owner), `: ${endOf(expires, left)}; `],
    ...(unused === null ? [] : [`${useOf(matched, unused)}; `]),
    `"${reason}"`,
  ];
}

function useOf(matched: number, unused: boolean): string {
  if (matched > 0) return count(matched, 'open finding');
  return unused ? 'unused' : 'no open finding here';
}

function endOf(expires: string, left: number): string {
  if (left < 0) return `expired ${count(-left, 'day')} ago, on ${expires}`;
  return left === 0 ? `ends today, ${expires}` : `${count(left, 'day')} left, until ${expires}`;
}

const dataOf = ({ exception, left, matched }: Standing): ExceptionsData['exceptions']['items'][number] => ({
  ...{ rule: name(exception.rule), subject: name(exception.subject), owner: name(exception.owner) },
  accounts: exception.accounts === undefined ? null : exception.accounts.slice(0, 50).map((id) => cut(id, 12)),
  ...{
    ticket: exception.ticket === null ? null : name(exception.ticket),
    reason: sentence(exception.reason),
    expires: exception.expires,
  },
  ...{ daysLeft: left, expired: left < 0, matched },
});
