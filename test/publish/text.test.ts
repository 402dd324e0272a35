import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partitionOf } from '../../lib/publish/partition.ts';
import { cut, plain } from '../../lib/publish/text.ts';
import { hostile } from './results.ts';

describe('text that goes to a service', () => {
  it.each([
    ['fits', 'fits'],
    ['just fits!', 'just fits!'],
    ['does not fit', 'does not …'],
    ['12345678😀90', '12345678…'],
    ['1234567😀9', '1234567😀9'],
    ['1234567😀90', '1234567😀…'],
    ['two\r\nlines', 'two lines'],
    ['\u202egnp.exe', 'gnp.exe'],
    ['half \ud83d', 'half \ufffd'],
    [' \u0000 ', '(empty)'],
    ['', '(empty)'],
  ])('%j becomes %j within ten characters', (text, expected) => {
    expect(cut(text, 10)).toBe(expected);
  });

  it('is never longer than asked for, never ill-formed, and the beginning of what was given', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 2, max: 600 }), (text, limit) => {
        const short = cut(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(short.isWellFormed()).toBe(true);
        expect(short).toMatch(/\S/);
        expect(plain(text).startsWith(short.replace(/…$/, ''))).toBe(true);
      }),
    );
  });
});

describe('the partition', () => {
  it.each([
    ['arn:aws:ec2:us-east-1:1:subnet/s', 'us-east-1', 'aws'],
    ['arn:aws-us-gov:ec2:us-gov-west-1:1:subnet/s', 'us-gov-west-1', 'aws-us-gov'],
    ['arn:aws-iso-b:ec2:us-isob-east-1:1:subnet/s', 'us-isob-east-1', 'aws-iso-b'],
    ['', 'us-gov-east-1', 'aws-us-gov'],
    ['sg-1', 'cn-north-1', 'aws-cn'],
    ['sg-1', 'eu-central-1', 'aws'],
  ])('of %j in %s is %s', (arn, region, expected) => {
    expect(partitionOf({ arn, region })).toBe(expected);
  });
});
