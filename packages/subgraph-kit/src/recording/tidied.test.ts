import { tidied } from './tidied';

describe('a value as it is recorded', () => {
  it('has its texts without spaces around them, in one Unicode form', () => {
    expect(tidied({ name: ' Cafe\u0301 ', parts: [{ role: 'Chair\n' }], none: null, places: 3 })).toEqual({
      ...{ name: 'Caf\u00e9', parts: [{ role: 'Chair' }], none: null, places: 3 },
    });
  });

  it('has each text of a list once, and everybody who came', () => {
    const came = [{ role: 'Chair' }, { role: 'Chair' }];
    expect(tidied({ sections: ['a', ' a', 'b', 'a'], came })).toEqual({ sections: ['a', 'b'], came });
  });
});
