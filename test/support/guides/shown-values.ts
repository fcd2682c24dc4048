const TIME = /^(NOW|TODAY)(?: ([+-]) (\d+) days)?$/;
const DAY_MS = 86_400_000;

/**
 * Reads variables as a guide shows them: `NOW` is the time at which whatever carries it is first sent, by its `id`, so that
 * the same again is the same; `TODAY` is its day, and `NOW - 3 days` and `TODAY + 14 days` lie before and after.
 */
export class SentVariables {
  private readonly instants = new Map<unknown, string>();

  of<Value>(shown: Value, id: unknown = null): Value {
    if (typeof shown === 'string') return this.ofText(shown, id) as Value;
    if (Array.isArray(shown)) return shown.map((one: unknown) => this.of(one, id)) as Value;
    if (typeof shown !== 'object' || shown === null) return shown;
    const own = 'id' in shown ? shown.id : id;
    return Object.fromEntries(Object.entries(shown).map(([key, value]) => [key, this.of(value, own)])) as Value;
  }

  /** A text that is one of these, or JSON with some among its values. */
  private ofText(shown: string, id: unknown): string {
    if (shown.startsWith('{'))
      return shown.replaceAll(/"((?:NOW|TODAY)[^"]*)"/g, (_, one: string) => `"${this.ofText(one, id)}"`);
    const [, from, sign, days] = TIME.exec(shown) ?? [];
    if (!from) return shown;
    const at = Date.parse(this.instantOf(id)) + Number(`${sign ?? ''}${days ?? 0}`) * DAY_MS;
    const instant = new Date(at).toISOString();
    return from === 'NOW' ? instant : instant.slice(0, 10);
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
