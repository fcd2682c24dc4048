/**
 * Does something for each of a list, in its order, never more than so many at a time. After a failure, which is thrown at
 * once, nothing more is begun.
 */
export async function inTurn<Item>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  const lanes = Array.from({ length: Math.min(width, items.length) }, () =>
    lane().catch((error: unknown) => {
      waiting.length = 0;
      throw error;
    }),
  );
  await Promise.all(lanes);
}
