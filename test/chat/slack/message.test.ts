import { describe, expect, it } from 'vitest';
import { code, type Line, type Reply, strong } from '../../../lib/chat/index.ts';
import { slackMessage } from '../../../lib/chat/slack/message.ts';
import { console, findings, hostile } from './replies.ts';

const reply = (changed: Partial<Reply>): Reply => ({ mood: 'neutral', title: 'T', sections: [], next: [], ...changed });

const header = (text: string) => ({ type: 'header', text: { type: 'plain_text', text, emoji: false } });
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } });
const context = (text: string) => ({ type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] });

/** What is shown of one line. */
const shown = (line: Line): unknown => slackMessage(reply({ sections: [{ lines: [line] }] })).blocks[1];
const url = console.replace('&', '&amp;');

describe('an answer', () => {
  it('is a header, sections, and what stands small below', () => {
    expect(slackMessage(findings, { user: 'U0001ABCD', text: 'findings high' })).toStrictEqual({
      text: [
        '🔶 Open: 2 open findings in us-east-1',
        'As of 3 hours ago, in account 111122223333.',
        'High &amp; above',
        '• ip-group-not-empty wsipg-0a1b2c3d4: has no rule',
        `• user-volume-encrypted <${url}|report>`,
        '… and 12 more',
        `<${url}|Evidence of this run>`,
      ].join('\n'),
      blocks: [
        header('🔶 Open: 2 open findings in us-east-1'),
        section('As of *3 hours ago*, in account `111122223333`.'),
        section(
          [
            '*High &amp; above*',
            '• `ip-group-not-empty` `wsipg-0a1b2c3d4`: has no rule',
            `• \`user-volume-encrypted\` <${url}|report>`,
            '… and 12 more',
          ].join('\n'),
        ),
        context(`<${url}|Evidence of this run>`),
        context('Next: `why ip-group-not-empty wsipg-0a1b2c3d4` or `findings high`'),
        context('Asked by <@U0001ABCD>: `findings high`'),
      ],
    });
  });

  it('is a header alone when it is a title alone', () => {
    expect(slackMessage(reply({ title: 'Nothing to tell' }))).toStrictEqual({
      text: 'Nothing to tell',
      blocks: [header('Nothing to tell')],
    });
  });

  it('says how it comes out by a sign and a word', () => {
    const moods = ['clean', 'open', 'unsure', 'neutral', 'question', 'refused', 'failed'] as const;
    expect(moods.map((mood) => slackMessage(reply({ mood })).text)).toStrictEqual([
      '✅ Clean: T',
      '🔶 Open: T',
      '⚠️ Unsure: T',
      'T',
      '❓ Question: T',
      '⛔ Refused: T',
      '❌ Failed: T',
    ]);
  });

  it('has a title even where there is none', () => {
    expect(slackMessage(reply({ title: ' \n\u0000' })).blocks).toStrictEqual([header('an answer without a title')]);
  });
});

describe('what is long', () => {
  it('has the whole of its title below a header that was cut', () => {
    const title = 'a & b '.repeat(30).trim();
    const whole = title.replaceAll('&', '&amp;');
    expect(slackMessage(reply({ title })).blocks).toStrictEqual([
      header(`${'a &amp; b '.repeat(14)}a &amp; b…`),
      section(whole),
    ]);
  });

  it('is parted at lines, and each part of an answer begins a section', () => {
    const [a, b] = ['a'.repeat(1400), 'b'.repeat(1400)];
    const sections = [{ heading: 'H', lines: [[a], [b], [a]] }, { lines: [[b]] }];
    expect(slackMessage(reply({ sections })).blocks.slice(1)).toStrictEqual([
      section(`*H*\n${a}\n${b}`),
      section(a),
      section(b),
    ]);
  });

  it('counts the lines that find no room, with those that were left out before', () => {
    const lines = Array.from({ length: 1000 }, (_, n) => [`line ${n} ${'x'.repeat(80)}`]);
    const { text, blocks } = slackMessage(reply({ sections: [{ lines, omitted: 500 }, { lines: [['last']] }] }));
    const last = (shown: string) => shown.split('\n').at(-1);
    const seen = (shown: string) => shown.split('\n').filter((line) => line.startsWith('line ')).length;
    const all = blocks.map((block) => (block.type === 'section' ? (block.text?.text ?? '') : '')).join('\n');
    expect([seen(text), last(text), seen(all), last(all)]).toStrictEqual([
      44,
      '… and 1,457 more',
      128,
      '… and 1,373 more',
    ]);
  });

  it('is cut with an ellipsis where one line is more than a section', () => {
    const cut = shown([code('x'.repeat(4000)), ' and more']);
    expect(cut).toStrictEqual(section(`\`${'x'.repeat(2695)}…\``));
  });

  it('is never cut within a character', () => {
    const titles = ['', 'x'].map((first) => slackMessage(reply({ title: `${first}${'👍'.repeat(200)}` })).blocks[0]);
    expect(titles).toStrictEqual([header(`${'👍'.repeat(74)}…`), header(`x${'👍'.repeat(74)}…`)]);
  });

  it('never has a command cut', () => {
    const next = ['status', `why ${'x'.repeat(200)}`, 'help'];
    expect(slackMessage(reply({ next })).blocks.slice(1)).toStrictEqual([context('Next: `status` or `help`')]);
  });
});

describe('a text', () => {
  it('is shown as it is, whatever it says', () => {
    const short = hostile.filter(({ length }) => length < 100);
    const plain = (text: string) => shown([`${text}.`]);
    expect(Object.fromEntries(short.map((text) => [text, plain(text)]))).toStrictEqual(
      Object.fromEntries(
        Object.entries({
          '<!channel>': '&lt;!channel&gt;.',
          '<!here|you>': '&lt;!here|you&gt;.',
          '<@U0001ABCD>': '&lt;@U0001ABCD&gt;.',
          '<#C0001ABCD|general>': '&lt;#C0001ABCD|general&gt;.',
          '<https://example.com|click>': '&lt;https://example.com|click&gt;.',
          '&lt;!channel&gt;': '&amp;lt;!channel&amp;gt;.',
          '`': 'ˋ.',
          '```': 'ˋˋˋ.',
          '` *bold* `': 'ˋ ∗bold∗ ˋ.',
          '*bold*': '∗bold∗.',
          _italic_: 'ˍitalicˍ.',
          '~gone~': '∼gone∼.',
          '> quoted': '\u200b&gt; quoted.',
          '>>> quoted': '\u200b&gt;&gt;&gt; quoted.',
          '&': '&amp;.',
          '<': '&lt;.',
          '>': '\u200b&gt;.',
          '&amp;': '&amp;amp;.',
          '|': '|.',
          ':white_check_mark:': ':\u200bwhite_check_mark:.',
          'a:b:c': 'a:\u200bb:c.',
          '@channel': '@channel.',
          '@here': '@here.',
          'corp.example.com': 'corp.example.com.',
          'https://example.com': 'https://example.com.',
          'mailto:a@example.com': 'mailto:a@example.com.',
          'one\ntwo': 'one two.',
          '\r\n': '.',
          '\u0000': '.',
          '\u2028': '.',
          '\u202egnp.exe': '\ufffdgnp.exe.',
          '\u200b': '\ufffd.',
          '\ud83d': '\ufffd.',
          '\udc00': '\ufffd.',
          '👩‍👩‍👧‍👦': '👩\ufffd👩\ufffd👧\ufffd👦.',
          '\u{e0041}': '\ufffd.',
          ' ': '.',
          '': '.',
          '<!date^1392734382^{date}|now>': '&lt;!date^1392734382^{date}|now&gt;.',
          '"': '".',
          '\\': '\\.',
          '\\n': '\\n.',
          NON_COMPLIANT: 'NON_COMPLIANT.',
        }).map(([text, expected]) => [text, section(expected)]),
      ),
    );
  });

  it('stays code when it is code, and bold when it is bold', () => {
    expect([
      shown([code('a`b <!channel> *x* & :y:')]),
      shown([strong(' a*b <!here> ')]),
      shown([code('`')]),
      shown([code('one\ntwo')]),
      shown([code(''), strong(' '), 'left']),
    ]).toStrictEqual([
      section('`aˋb &lt;!channel&gt; *x* &amp; :y:`'),
      section('*a∗b &lt;!here&gt;*'),
      section('`ˋ`'),
      section('`one two`'),
      section('left'),
    ]);
  });

  it('is parted unseen from a word that it touches, or Slack would not format it', () => {
    expect(shown(['n', code('a'), strong('b'), 's ', code('c'), ', (', strong('d'), ')'])).toStrictEqual(
      section('n\u200b`a`\u200b*b*\u200bs `c`, (*d*)'),
    );
  });

  it('links to https only, and to nothing that does not fit', () => {
    expect([
      shown([{ link: 'a|b>', url: 'https://example.com/a|b>c?d=<e>&f' }]),
      shown([{ link: 'a', url: 'http://example.com' }]),
      shown([{ link: 'a', url: 'javascript:alert(1)' }]),
      shown([{ link: 'a', url: 'example.com' }]),
      shown([{ link: 'a', url: `https://example.com/${'x'.repeat(2000)}` }]),
    ]).toStrictEqual([
      section('<https://example.com/a%7Cb%3Ec?d=%3Ce%3E&amp;f|a¦b&gt;>'),
      section('a'),
      section('a'),
      section('a'),
      section('a'),
    ]);
  });

  it('calls nobody but who asked, by an id of Slack', () => {
    const { blocks } = slackMessage(reply({}), { user: 'U1> <!channel', text: 'status' });
    expect(blocks).toStrictEqual([header('T')]);
    expect(slackMessage(reply({}), { user: 'U1', text: '` <!channel>' }).blocks.slice(1)).toStrictEqual([
      context('Asked by <@U1>: `ˋ &lt;!channel&gt;`'),
    ]);
  });
});
