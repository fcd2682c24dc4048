/** What {@link assembleInThread} runs as a thread of its own: it gets schemas, and gives the supergraph of them. */
import { parentPort, workerData } from 'node:worker_threads';
import { CompositionFailed } from '../composition-failed';
import { assembleSupergraph } from './assemble-supergraph';
import type { AssemblyAnswer, AssemblyQuestion } from './assemble-in-thread';

parentPort!.postMessage(answer(workerData as AssemblyQuestion));

function answer({ candidates, hub, contract }: AssemblyQuestion): AssemblyAnswer {
  try {
    const { supergraph, subgraphs } = assembleSupergraph(candidates, hub, contract);
    const { supergraphSdl, hints } = supergraph;
    return { assembled: { supergraphSdl, hints, subgraphs } };
  } catch (error) {
    if (error instanceof CompositionFailed) return { issues: error.issues };
    throw error;
  }
}
