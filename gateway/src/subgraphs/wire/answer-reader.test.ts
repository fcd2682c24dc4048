import { array, assert, constantFrom, integer, property, string, tuple } from 'fast-check';
import { readHead } from './answer-head';
import { AnswerReader, MAX_HEAD_BYTES, type Progress } from './answer-reader';

const MAX_BYTES = 100;
const read = (...pieces: (string | Buffer)[]): Progress => {
  const reader = new AnswerReader(MAX_BYTES);
  let progress: Progress = 'MORE';
  for (const piece of pieces) progress = reader.read(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece);
  return progress;
};
const answer = (text: string, isLast = false) => ({
  answer: { status: 200, text, gatewayKey: undefined },
  ...{ isLast, keptMs: undefined },
});
const HEAD = 'HTTP/1.1 200 OK\r\n';

describe('an answer', () => {
  it('is the same in whatever pieces it comes, over whatever was in them before', () => {
    const interim = constantFrom('', 'HTTP/1.1 100 Continue\r\n\r\n', 'HTTP/1.1 103 Hints\r\nlink: x\r\n\r\n');
    const cuts = array(integer({ min: 1, max: 40 }), { minLength: 1 });
    assert(
      property(
        array(interim, { maxLength: 3 }),
        array(tuple(string({ unit: 'grapheme', maxLength: 20 }), cuts)),
        (before, all) => {
          const reader = new AnswerReader(1000);
          const reused = Buffer.alloc(40);
          for (const [text, sizes] of all) {
            const body = Buffer.from(text);
            const bytes = Buffer.concat([
              Buffer.from(`${before.join('')}${HEAD}content-length: ${body.length}\r\n\r\n`),
              body,
            ]);
            let progress: Progress = 'MORE';
            for (let at = 0, piece = 0; at < bytes.length; piece += 1) {
              expect(progress).toBe('MORE');
              const size = bytes.copy(reused, 0, at, at + sizes[piece % sizes.length]!);
              progress = reader.read(reused.subarray(0, size));
              at += size;
            }
            expect(progress).toEqual(answer(body.toString().replace(/^\uFEFF/, '')));
            expect(reader.hasBegun).toBe(false);
          }
        },
      ),
    );
  });

  it('is the last of a connection that is said to close, and of one on which more has come', () => {
    expect(read(`${HEAD}content-length: 1\r\nConnection: Close\r\n\r\na`)).toEqual(answer('a', true));
    expect(read(`${HEAD}content-length: 1\r\nconnection: x, close\r\n\r\n`, 'a')).toEqual(answer('a', true));
    expect(read(`${HEAD}content-length: 1\r\n\r\nab`)).toEqual(answer('a', true));
    expect(read(`${HEAD}content-length: 0\r\n\r\nHTTP`)).toEqual(answer('', true));
    expect(read(`${HEAD}content-length: 1\r\nconnection: close-not\r\n\r\na`)).toEqual(answer('a'));
  });

  it('is too large by what it says of itself, before it has come', () => {
    expect(read(`${HEAD}content-length: ${MAX_BYTES + 1}\r\n\r\n`)).toBe('TOO_LARGE');
    expect(read(`${HEAD}content-length: ${'9'.repeat(400)}\r\n\r\n`)).toBe('TOO_LARGE');
    expect(read(`${HEAD}content-length: ${MAX_BYTES}\r\n\r\n`, 'x'.repeat(MAX_BYTES))).toEqual(
      answer('x'.repeat(MAX_BYTES)),
    );
  });

  it('has a head that ends, with all that comes before it', () => {
    const line = `x-more: ${'x'.repeat(1000)}\r\n`;
    const lines = (count: number) => Array.from({ length: count }, () => line);
    expect(read(HEAD, ...lines(17))).toBe('GARBAGE');
    expect(read(`${HEAD}${'x'.repeat(2 * MAX_HEAD_BYTES)}`)).toBe('GARBAGE');
    expect(read(`${HEAD}${lines(17).join('')}content-length: 0\r\n\r\n`)).toBe('GARBAGE');
    expect(read(HEAD, ...lines(15), 'content-length: 0\r\n\r\n')).toEqual(answer(''));
    expect(read(...lines(17).map((each) => `HTTP/1.1 103 Hints\r\n${each}\r\n`))).toBe('GARBAGE');
  });
});

describe('the head of an answer', () => {
  const head = (...lines: string[]) => readHead(['HTTP/1.1 200 OK', ...lines].join('\r\n'));

  it('says how long its connection is kept, and the key that is offered', () => {
    expect(head('Content-Length: 12', 'Keep-Alive: timeout=72, max=5', 'Hub-Gateway-Key: a-_9')).toEqual({
      ...{ status: 200, length: 12, isLast: false, keptMs: 72_000, gatewayKey: 'a-_9' },
    });
  });

  it.each([
    ['chunks', ['transfer-encoding: chunked']],
    ['chunks and a length', ['transfer-encoding: chunked', 'content-length: 2']],
    ['another encoding', ['content-encoding: gzip', 'content-length: 2']],
    ['no length', ['content-type: text/html']],
  ])('leaves to a whole client: %s', (_, lines) => expect(head(...lines)).toBe('FOREIGN'));

  it.each([
    ['two lengths', ['content-length: 1', 'Content-Length: 1']],
    ['two lengths in one', ['content-length: 1, 1']],
    ['no length in it', ['content-length:']],
    ['a length below nothing', ['content-length: -1']],
    ['a length with a sign', ['content-length: +1']],
    ['a length in hexadecimal', ['content-length: 0x1']],
    ['a length with a fraction', ['content-length: 1.0']],
    ['a length with another space', ['content-length: 1\xa0']],
    ['a name with a space', ['content-length : 1']],
    ['a line that goes on', ['content-length: 1', ' 0']],
    ['a line without a name', ['content-length: 1', ': x']],
    ['a line without a colon', ['content-length: 1', 'x']],
    ['a line that ends by half', ['content-length: 1\nx: y']],
    ['another half of an end', ['content-length: 1\rx: y']],
    ['what is not in print', ['content-length: 1', 'x: \0']],
  ])('is not read where it could be read in two ways: %s', (_, lines) => expect(head(...lines)).toBe('GARBAGE'));

  it.each([
    ['HTTP/1.0 200 OK', 'FOREIGN'],
    ['HTTP/1.1 101 Switching Protocols', 'GARBAGE'],
    ['HTTP/1.1 600 What', 'GARBAGE'],
    ['HTTP/1.1 20 OK', 'GARBAGE'],
    ['HTTP/1.1 2000 OK', 'GARBAGE'],
    ['HTTP/1.1  200 OK', 'GARBAGE'],
    ['HTTP/2 200 OK', 'GARBAGE'],
    ['http/1.1 200 OK', 'GARBAGE'],
    ['ICY 200 OK', 'GARBAGE'],
    ['', 'GARBAGE'],
  ])('begins as it should: %s', (line, expected) => {
    expect(readHead(`${line}\r\ncontent-length: 1`)).toBe(expected);
  });

  it.each([100, 103, 204, 304])('has nothing after it with the status %s', (status) => {
    expect(readHead(`HTTP/1.1 ${status}\r\ncontent-length: 12`)).toMatchObject({ status, length: 0 });
    expect(readHead(`HTTP/1.1 ${status}`)).toMatchObject({ status, length: 0 });
  });
});
