import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainTextOf } from '../../../lib/chat/teams/plain-text.ts';

describe('the text of a message', () => {
  it.each([
    ['<at>Auditor</at>&nbsp;status d-906700000a<br>', 'status d-906700000a'],
    ['<at>Auditor</at> status', 'status'],
    ['<p><at id="0">WorkSpaces Auditor</at>&nbsp;findings <strong>high</strong></p>', 'findings high'],
    ['<div><div>why</div><div>ip-group-not-empty&#32;wsipg-1</div></div>', 'why ip-group-not-empty wsipg-1'],
    ['why ip<b>-group</b>-not-empty', 'why ip-group-not-empty'],
    ['status<br/>corp.example.com', 'status corp.example.com'],
    ['status\r\n\tcorp.example.com\u00a0\u2003', 'status corp.example.com'],
    ['<a href="https://example.com/?a>b" title=\'x>y\'>corp.example.com</a>', 'corp.example.com'],
    ['findings <at>Somebody</at> high <AT>Else</AT>', 'findings high'],
    ['<at>never closed status', 'never closed status'],
    ['status</at> high', 'status high'],
    ['<at>a<at>b</at>status', 'status'],
    ['severity < high and > low', 'severity < high and > low'],
    ['1<2', '1<2'],
    ['status <img alt="x" src=\'https://example.com\'', 'status'],
    ['status <b title="never closed > high', 'status'],
    ['status<!-- not said --> high', 'status high'],
    ['<', '<'],
    ['', ''],
  ])('of %j is %j', (html, text) => {
    expect(plainTextOf(html)).toBe(text);
  });

  it.each([
    ['a&amp;b &lt;c&gt; &quot;d&quot; &apos;e&apos; &AMP;', `a&b <c> "d" 'e' &`],
    ['&#65;&#x42;&#X43;&#128512;', 'ABC😀'],
    // Once: what somebody typed as an entity stays one.
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['&lt;at&gt;Auditor&lt;/at&gt; status', '<at>Auditor</at> status'],
    ['&unknown; &amp &; &#; &#x; &#99999999;', '&unknown; &amp &; &#; &#x; &#99999999;'],
    ['a&#0;b&#1114112;c&#xD800;d&#1114111;', 'a\ufffdb\ufffdc\ufffdd\u{10ffff}'],
    ['a&#8238;b&#10;c&#8203;d', 'a b cd'],
  ])('has entities decoded once: %j', (html, text) => {
    expect(plainTextOf(html)).toBe(text);
  });

  it('is one line without control characters, whatever is sent', () => {
    const soup = fc.array(
      fc.constantFrom(
        '<',
        '>',
        '/',
        'at',
        '<at>',
        '</at>',
        '"',
        "'",
        '&',
        '&lt;',
        '&#10;',
        '&#x202e;',
        '!',
        '\u0000',
        ' ',
        'x',
        '=',
        '\ud800',
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          soup.map((parts) => parts.join('')),
        ),
        (html) => {
          const text = plainTextOf(html);
          expect(text).toBe(text.trim());
          expect(text.isWellFormed()).toBe(true);
          expect(text).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]|\s\s/u);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('survives being written as HTML, however it is marked up', () => {
    const word = fc.stringMatching(/^[!-~]{1,12}$/);
    const asEntities = (text: string) =>
      [...text].map((c) => (/[a-z0-9-]/i.test(c) ? c : `&#${c.charCodeAt(0)};`)).join('');
    const markedUp = fc.constantFrom(
      (html: string) => `<div>${html}</div>`,
      (html: string) => `<b>${html}</b>`,
      (html: string) => `<at>Auditor</at>&nbsp;${html}<br>`,
      (html: string) => `<span title="a > b">${html}</span>`,
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), markedUp, (words, markUp) => {
        expect(plainTextOf(markUp(words.map(asEntities).join('&nbsp;')))).toBe(words.join(' '));
      }),
    );
  });

  it.each(['<', '<a', '<a "', '<at>', '</at>', '&', '&#', '&#1', '&amp', ' ', '<!--', `<a '"`])(
    'of 100,000 times %j is read in a moment',
    (part) => {
      const html = part.repeat(100_000);
      const start = performance.now();
      plainTextOf(html);
      // Reading it in quadratic time would take minutes.
      expect(performance.now() - start).toBeLessThan(5000);
    },
  );
});
