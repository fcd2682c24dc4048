import { ageOn } from './age-on';

describe('somebody is a year older', () => {
  it.each([
    ['the day before the birthday', '2008-03-10', '2026-03-09', 17],
    ['on the birthday', '2008-03-10', '2026-03-10', 18],
    ['not on 28 February, if born on the 29th', '2008-02-29', '2026-02-28', 17],
    ['but on 1 March', '2008-02-29', '2026-03-01', 18],
    ['and on the day of birth is none', '2026-03-10', '2026-03-10', 0],
  ])('%s', (_, born, day, age) => {
    expect(ageOn(born, day)).toBe(age);
  });
});
