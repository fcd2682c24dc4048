/**
 * Reads variables as a guide shows them: `NOW` is the time at which whatever carries it is first sent, by its `id`, so that
 * the same again is the same.
 */
export class SentVariables {
  private readonly instants = new Map<unknown, string>();

  of<Value>(shown: Value, id: unknown = null): Value {
    if (shown === 'NOW') return this.instantOf(id) as Value;
    if (Array.isArray(shown)) return shown.map((one: unknown) => this.of(one, id)) as Value;
    if (typeof shown !== 'object' || shown === null) return shown;
    const own = 'id' in shown ? shown.id : id;
    return Object.fromEntries(Object.entries(shown).map(([key, value]) => [key, this.of(value, own)])) as Value;
  }

  private instantOf(id: unknown): string {
    const instant = this.instants.get(id) ?? new Date().toISOString();
    this.instants.set(id, instant);
    return instant;
  }
}

/** What an answer has to be like: `…` stands for what differs each time. */
export function likeShown(shown: unknown): unknown {
  if (shown === '…') return expect.anything() as unknown;
  if (typeof shown === 'string' && shown.includes('…')) {
    const parts = shown.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return expect.stringMatching(new RegExp(`^${parts.join('.+')}$`, 's')) as unknown;
  }
  if (Array.isArray(shown)) return shown.map(likeShown);
  if (typeof shown !== 'object' || shown === null) return shown;
  return Object.fromEntries(Object.entries(shown).map(([key, value]) => [key, likeShown(value)]));
}
