import fc from 'fast-check';
import { type CursorKeys, signedCursor, verifiedCursor } from './cursor-signature';

const keys: CursorKeys = [Buffer.alloc(32, 'one'), Buffer.alloc(32, 'old')];
const other: CursorKeys = [Buffer.alloc(32, 'other')];
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const REFUSED = 'after must be an endCursor that an earlier page of the same list returned.';

const cursor = fc.stringMatching(/^[\w-]{1,40}$/);
const list = fc.string();

describe('the signature of a cursor', () => {
  it('gives back what was signed for the list', () => {
    fc.assert(
      fc.property(cursor, list, (text, of) => {
        expect(verifiedCursor(signedCursor(text, of, keys), of, keys)).toBe(text);
      }),
    );
  });

  it('is still good when a newer secret signs, and not when its own has gone', () => {
    const old = signedCursor('WyI3Il0', 'list', [keys[1]!]);
    expect(verifiedCursor(old, 'list', keys)).toBe('WyI3Il0');
    expect(() => verifiedCursor(old, 'list', [keys[0]])).toThrow(REFUSED);
  });

  it('is good for no other list, no other cursor, and not from another secret', () => {
    fc.assert(
      fc.property(cursor, cursor, list, list, (text, otherText, of, otherOf) => {
        fc.pre(text !== otherText && of !== otherOf);
        const signed = signedCursor(text, of, keys);
        const signature = signed.slice(text.length);
        expect(() => verifiedCursor(signed, otherOf, keys)).toThrow(REFUSED);
        expect(() => verifiedCursor(otherText + signature, of, keys)).toThrow(REFUSED);
        expect(() => verifiedCursor(signedCursor(text, of, other), of, keys)).toThrow(REFUSED);
      }),
    );
  });

  it('cannot be cut, lengthened or left out', () => {
    const signed = signedCursor('WyI3Il0', 'list', keys);
    for (const forged of [
      '',
      '.',
      'WyI3Il0',
      'WyI3Il0.',
      signed.slice(0, -1),
      `${signed}A`,
      `${signed}=`,
      ` ${signed}`,
    ]) {
      expect(() => verifiedCursor(forged, 'list', keys)).toThrow(REFUSED);
    }
    const others = [...LETTERS].filter((letter) => letter !== signed.at(-1));
    for (const last of others) {
      expect(() => verifiedCursor(signed.slice(0, -1) + last, 'list', keys)).toThrow(REFUSED);
    }
    fc.assert(fc.property(fc.string(), (text) => expect(() => verifiedCursor(text, 'list', keys)).toThrow(REFUSED)));
  });
});
