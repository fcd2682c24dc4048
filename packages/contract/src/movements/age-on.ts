/**
 * How old somebody is on a day, in whole years. Who was born on 29 February is a year older on 1 March.
 *
 * @param born - a day as `YYYY-MM-DD`
 * @param day - a day as `YYYY-MM-DD`, not before it
 */
export function ageOn(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}
