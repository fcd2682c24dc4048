import { termEnd } from './term-end';

describe('termEnd', () => {
  it('is the same day so many years later', () => {
    expect(termEnd('2024-04-01', 3)).toBe('2027-04-01');
    expect(termEnd('2025-02-28', 3)).toBe('2028-02-28');
    expect(termEnd('2025-11-30', 1)).toBe('2026-11-30');
  });

  it('is 28 February for a term from 29 February, but in a leap year', () => {
    expect(termEnd('2024-02-29', 3)).toBe('2027-02-28');
    expect(termEnd('2024-02-29', 4)).toBe('2028-02-29');
  });
});
