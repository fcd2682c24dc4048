import type { SavedOperation } from './saved-operation';

/** The saved operations of a gateway. */
export class SavedOperations {
  readonly #byIdentifier = new Map<string, SavedOperation>();

  constructor(readonly all: readonly SavedOperation[]) {
    for (const one of all) for (const key of [one.name, one.id, `sha256:${one.id}`]) this.#byIdentifier.set(key, one);
  }

  /** @param identifier - its name; or its id, with `sha256:` before it or without. */
  find(identifier: string): SavedOperation | undefined {
    return this.#byIdentifier.get(identifier);
  }
}
