/** Rows in memory by the name of what was read: those longest unused leave first where all are too many bytes, by their JSON. */
export class KeptRows {
  /** That which was used last at the end. */
  readonly #kept = new Map<string, { rows: object[]; bytes: number }>();
  #bytes = 0;

  constructor(private readonly mostBytes: number) {}

  get(name: string): object[] | undefined {
    const kept = this.#kept.get(name);
    if (!kept) return undefined;
    this.#kept.delete(name);
    this.#kept.set(name, kept);
    return kept.rows;
  }

  set(name: string, rows: object[]): void {
    this.#forget(name);
    const bytes = Buffer.byteLength(name) + Buffer.byteLength(JSON.stringify(rows));
    if (bytes > this.mostBytes) return;
    this.#kept.set(name, { rows, bytes });
    this.#bytes += bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.mostBytes) break;
      this.#forget(oldest);
    }
  }

  clear(): void {
    this.#kept.clear();
    this.#bytes = 0;
  }

  #forget(name: string): void {
    this.#bytes -= this.#kept.get(name)?.bytes ?? 0;
    this.#kept.delete(name);
  }
}

/** The same value, which cannot be changed any more, with all that is in it. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
