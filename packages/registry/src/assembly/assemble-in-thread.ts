import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CompositionFailed, type CompositionIssue } from '../composition-failed';
import type { ServedSubgraph, SubgraphCandidate } from './subgraph-candidate';

const THREAD = join(__dirname, 'assembly-thread.js');

/** What the thread may hold, in MiB: 33 partnerships are composed within 300. */
const HEAP_MIB = 1024;

/** What the thread is asked. */
export interface AssemblyQuestion {
  candidates: readonly SubgraphCandidate[];
  hub: string;
  contract: string | null;
}

/** A supergraph that was made in a thread. */
export interface AssembledSdl {
  /** The supergraph, as a gateway loads it. */
  supergraphSdl: string;
  /** What composes but deserves a look, one line each. */
  hints: string[];
  /** In the order of the candidates; then the partnerships that the hub knows and of which there is none. */
  subgraphs: ServedSubgraph[];
}

/** What the thread answers. */
export type AssemblyAnswer = { assembled: AssembledSdl } | { issues: readonly CompositionIssue[] };

/**
 * As `assembleSupergraph`, in a thread of its own, so that others are answered meanwhile.
 *
 * @throws CompositionFailed as they are published, where the hub has no schema that composes.
 */
export async function assembleInThread(
  candidates: readonly SubgraphCandidate[],
  hub: string,
  contract: string | null,
): Promise<AssembledSdl> {
  const workerData: AssemblyQuestion = { candidates, hub, contract };
  const thread = new Worker(THREAD, { workerData, resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB } });
  // Rejects with what the thread throws.
  const [answer] = (await once(thread, 'message')) as [AssemblyAnswer];
  await thread.terminate();
  if ('issues' in answer) throw new CompositionFailed(answer.issues);
  return answer.assembled;
}
