/** For how long something may go on. */
export interface TimeLimit {
  /** Ends it early. */
  signal: AbortSignal;
  /** After so many milliseconds without a sign of life it is ended as a `TimeoutError`. */
  ms: number;
}

/**
 * Does something that ends with a signal or with time. It has a controller of its own: a signal that is only composed of
 * others (`AbortSignal.any`) may be collected as garbage while a request waits by it, and then never ends it.
 *
 * @param work - is given the signal that ends it, and what to call at each sign of life.
 */
export async function withinTime<Result>(
  { signal, ms }: TimeLimit,
  work: (signal: AbortSignal, onSign: () => void) => Promise<Result>,
): Promise<Result> {
  const ending = new AbortController();
  const end = () => ending.abort(signal.reason);
  const timer = setTimeout(() => ending.abort(new DOMException('It took too long.', 'TimeoutError')), ms).unref();
  // A request whose answer is being read may be deaf to its signal once parts of it are collected as garbage.
  const ended = new Promise<never>((_, reject) => {
    ending.signal.addEventListener('abort', () => reject(ending.signal.reason as Error));
  });
  ended.catch(() => undefined);
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  try {
    return await Promise.race([work(ending.signal, () => timer.refresh()), ended]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}
