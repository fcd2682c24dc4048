/** What {@link checkInThread} runs as a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { parse } from 'graphql';
import { checkPublication } from '../checks/check-publication';
import { isRefused } from '../checks/finding';
import type { CheckAnswer, CheckQuestion } from './check-in-thread';

void answer(workerData as CheckQuestion).then((checked) => parentPort!.postMessage(checked));

async function answer({ publication, operations, ...hub }: CheckQuestion): Promise<CheckAnswer> {
  const parsed = operations.map(({ name, source }) => ({ name, document: parse(source, { noLocation: true }) }));
  const { findings, supergraph } = await checkPublication(publication, { ...hub, operations: parsed });
  return { findings, supergraphSdl: isRefused(findings) ? null : supergraph!.supergraphSdl };
}
