/** The one of several names that is likely meant by another; undefined where none is near. */
export function similarName(name: string, names: readonly string[]): string | undefined {
  const words = stems(name);
  return (
    names.find((other) => stems(other) === words) ??
    names.find((other) => distance(name.toLowerCase(), other.toLowerCase()) <= Math.max(2, Math.floor(name.length / 3)))
  );
}

/** The words of a name in any order, as far as they tell it from others: `adoptedProcedures` as `procedureAdoptions`. */
const stems = (name: string) =>
  (name.match(/[A-Z]?[a-z0-9]+|[A-Z]+/g) ?? [])
    .map((word) => word.toLowerCase().slice(0, 5))
    .sort()
    .join();

/** How many letters are to be put in, left out or changed. */
function distance(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = before[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      row.push(Math.min(change, row[j - 1]! + 1, before[j]! + 1));
    }
    before = row;
  }
  return before[other.length]!;
}
