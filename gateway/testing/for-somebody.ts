import { Deadline } from '../src/operation/deadline';
import type { SendOptions } from '../src/subgraphs/subgraph-client';

/** What goes with a request for somebody who waits long enough. */
export function forSomebody(options: Partial<SendOptions> = {}): SendOptions {
  return { asker: 'person p:1', deadline: new Deadline(60_000), isRepeatable: true, ...options };
}
