import DataLoader from 'dataloader';
import type { SubgraphContext } from './subgraph-context';

/** How a loader batches. */
export interface LoaderOptions {
  /**
   * Most keys in one batch.
   * @default Infinity
   */
  maxBatchSize?: number;
}

type Key = string | number;
/** Gives the DataLoader of a request. An interface, so that declarations elsewhere can name it. */
export interface LoaderOf<K, V> {
  (context: SubgraphContext): Pick<DataLoader<K, V>, 'load' | 'loadMany' | 'prime'>;
}

/**
 * Defines a loader of at most one value a key. Call the result with the context of the request: each request has one
 * DataLoader of its own, so nothing is remembered from one caller to the next. A missing key gives undefined.
 */
export function defineLoader<K extends Key, V>(
  batch: (keys: readonly K[], context: SubgraphContext) => Promise<ReadonlyMap<K, V>>,
  options: LoaderOptions = {},
): LoaderOf<K, V | undefined> {
  return perContext((context) => {
    const load = async (keys: readonly K[]) => {
      const found = await batch(keys, context);
      return keys.map((key) => found.get(key));
    };
    return new DataLoader<K, V | undefined>(load, options);
  });
}

/**
 * Defines a loader of many values a key: `batch` gives the values of all keys in one list, in the order in which each
 * key's values are wanted, and `keyOf` tells them apart. A missing key gives an empty list.
 */
export function defineGroupLoader<K extends Key, V>(
  batch: (keys: readonly K[], context: SubgraphContext) => Promise<readonly V[]>,
  keyOf: (value: V) => K,
  options: LoaderOptions = {},
): LoaderOf<K, V[]> {
  return perContext((context) => {
    const load = async (keys: readonly K[]) => {
      const groups = new Map<K, V[]>(keys.map((key) => [key, []]));
      for (const value of await batch(keys, context)) {
        groups.get(keyOf(value))?.push(value);
      }
      return keys.map((key) => groups.get(key) ?? []);
    };
    return new DataLoader<K, V[]>(load, options);
  });
}

/** What the loaders of a request are kept under, once the request has changed what they loaded. */
const renewed = new WeakMap<SubgraphContext, object>();

/**
 * Makes every loader of the request start again from nothing. To be called when a request has written: what it reads
 * next, in the answer to the mutation or in the mutation after it, must see that.
 */
export function forgetLoaded(context: SubgraphContext): void {
  renewed.set(context, {});
}

function perContext<K, V>(create: (context: SubgraphContext) => DataLoader<K, V>): LoaderOf<K, V> {
  // Weak, so that a request's loaders and all they hold go when its context goes.
  const loaders = new WeakMap<object, DataLoader<K, V>>();
  return (context) => {
    const key = renewed.get(context) ?? context;
    let loader = loaders.get(key);
    if (!loader) {
      loader = create(context);
      loaders.set(key, loader);
    }
    return loader;
  };
}
