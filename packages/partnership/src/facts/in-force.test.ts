import * as fc from 'fast-check';
import { inForceOn } from './in-force';

const day = fc
  .date({ min: new Date('2018-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const beginning = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));

describe('the document that was worked to on a day', () => {
  it('is the last of those that had begun, and before all of them the first', () => {
    const documents = fc
      .uniqueArray(beginning, { minLength: 1, maxLength: 5 })
      .map((all) => all.sort().map((inForceFrom) => ({ inForceFrom })));
    fc.assert(
      fc.property(documents, day, (all, on) => {
        let expected = all[0];
        for (const document of all) {
          if (on.slice(0, document.inForceFrom.length) >= document.inForceFrom) expected = document;
        }
        expect(inForceOn(all, on)).toBe(expected);
      }),
    );
  });

  it('is the first, which does not say from when, until the second begins', () => {
    const [first, second] = [{ inForceFrom: null }, { inForceFrom: '2021' }];
    expect(inForceOn([first, second], '2020-12-31')).toBe(first);
    expect(inForceOn([first, second], '2021-01-01')).toBe(second);
  });
});
