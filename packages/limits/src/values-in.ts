/** How many values a request's variables hold, at any depth; never more than `most`. */
export function valuesIn(variables: unknown, most: number): number {
  // Not by recursion: whoever asks chooses how deep they are.
  const left: unknown[] = [variables];
  let count = 0;
  while (left.length > 0 && count < most) {
    const value = left.pop();
    count++;
    if (typeof value === 'object' && value !== null) {
      for (const one of Object.values(value)) {
        left.push(one);
        if (left.length > most) return most;
      }
    }
  }
  return count;
}
