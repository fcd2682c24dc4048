import { Deadline } from '../deadline';
import type { SendOptions } from '../subgraph-client';

/** What goes with a request for somebody who waits long enough. */
export function forSomebody(options: Partial<SendOptions> = {}): SendOptions {
  return { asker: 'person p:1', deadline: new Deadline(60_000), isRepeatable: true, ...options };
}
