import { termEnd } from './term-end';

describe('termEnd', () => {
  it('is the same day three years later', () => {
    expect(termEnd('2024-04-01')).toBe('2027-04-01');
    expect(termEnd('2025-02-28')).toBe('2028-02-28');
  });

  it('is 28 February for a term from 29 February', () => {
    expect(termEnd('2024-02-29')).toBe('2027-02-28');
  });
});
