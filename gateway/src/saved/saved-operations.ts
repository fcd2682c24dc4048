import type { SavedOperation } from './saved-operation';

/** The saved operations of a gateway: those that are valid on the supergraph in use. */
export class SavedOperations {
  #all: readonly SavedOperation[] = [];
  #byIdentifier = new Map<string, SavedOperation>();

  constructor(all: readonly SavedOperation[]) {
    this.renew(all);
  }

  get all(): readonly SavedOperation[] {
    return this.#all;
  }

  /** Has these in their place. */
  renew(all: readonly SavedOperation[]): void {
    this.#all = all;
    this.#byIdentifier = new Map(
      all.flatMap((one) => [one.name, one.id, `sha256:${one.id}`].map((key) => [key, one] as const)),
    );
  }

  /** @param identifier - its name; or its id, with `sha256:` before it or without. */
  find(identifier: string): SavedOperation | undefined {
    return this.#byIdentifier.get(identifier);
  }
}
