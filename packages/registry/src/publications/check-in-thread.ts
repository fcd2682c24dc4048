import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Publication, StandingSubgraph } from '../checks/check-publication';
import type { Finding } from '../checks/finding';

const THREAD = join(__dirname, 'check-thread.js');

/** What the thread may hold, in MiB: 33 partnerships are composed within 300. */
const HEAP_MIB = 1024;

/** How long it may take, in milliseconds: 33 partnerships take some 8 s. */
const LIMIT_MS = 60_000;

/** A saved operation as text. */
export interface OperationText {
  name: string;
  source: string;
}

/** What the thread is asked. */
export interface CheckQuestion {
  publication: Publication;
  subgraphs: readonly StandingSubgraph[];
  contract: string | null;
  operations: readonly OperationText[];
}

/** What the thread answers. */
export interface CheckAnswer {
  findings: Finding[];
  /** Null where it is refused. */
  supergraphSdl: string | null;
}

/**
 * As `checkPublication`, in a thread of its own, so that others are answered meanwhile.
 *
 * @throws Error where it ends, or takes too long.
 */
export async function checkInThread(question: CheckQuestion): Promise<CheckAnswer> {
  const resourceLimits = { maxOldGenerationSizeMb: HEAP_MIB };
  const thread = new Worker(THREAD, { workerData: question, resourceLimits });
  try {
    // Rejects with what the thread throws.
    const [answer] = (await once(thread, 'message', { signal: AbortSignal.timeout(LIMIT_MS) })) as [CheckAnswer];
    return answer;
  } finally {
    await thread.terminate();
  }
}
