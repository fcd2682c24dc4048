import { referenceKey } from './reference-key';

describe('references', () => {
  it.each([
    ['HAV-1', ' hav-1 '],
    ['Caf\u00e9/1', 'CAFE\u0301/1'],
  ])('%j and %j are the same', (one, other) => {
    expect(referenceKey(one)).toBe(referenceKey(other));
  });

  it('differ by anything else', () => {
    expect(referenceKey('HAV-1')).not.toBe(referenceKey('HAV 1'));
  });
});
