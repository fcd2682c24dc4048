import type { Storage } from '@graphiql/toolkit';

/**
 * Keeps GraphiQL's state for as long as the page is open and no longer: questions asked about
 * children must not stay in the browser of a shared computer.
 */
export function memoryStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}
