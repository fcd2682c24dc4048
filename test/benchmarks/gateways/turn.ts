import { Client } from 'undici';
import { descendantsOf, threadTimes, usedBetween } from '../question/thread-time';
import { residentMiB } from '../processes';
import type { GatewayProcess } from './gateway-process';

/** What is asked, by whom, and how many at once. */
export interface Asking {
  body: string;
  /** Who asks, by turns. */
  tokens: readonly string[];
  /** Each carries one request at a time. */
  connections: number;
}

/** What came of some requests to one gateway. */
export interface Turn {
  requests: number;
  /** Processor time of all the gateway's threads for one request, in milliseconds. */
  cpuMs: number;
  perSecond: number;
  /** Milliseconds until half of the answers were there, and 99 in 100. */
  p50: number;
  p99: number;
  memoryMiB: number;
  /** Answers that were not 200. */
  failures: number;
}

/** Requests of each connection before a turn is measured. */
const OPENING = 2;

/** Sends so many requests, as fast as they are answered. */
export async function takeTurn(
  { origin, pid }: GatewayProcess,
  { body, tokens, connections }: Asking,
  requests: number,
): Promise<Turn> {
  const clients = Array.from({ length: Math.min(connections, requests) }, () => new Client(origin));
  let latencies: number[] = [];
  let [sent, failures] = [0, 0];
  const keepAsking = async (client: Client, count: number) => {
    while (sent < count) {
      const authorization = `Bearer ${tokens[sent++ % tokens.length]!}`;
      const headers = { 'content-type': 'application/json', accept: 'application/json', authorization };
      const begun = performance.now();
      const answer = await client.request({ path: '/graphql', method: 'POST', headers, body });
      await answer.body.dump();
      latencies.push(performance.now() - begun);
      if (answer.statusCode !== 200) failures += 1;
    }
  };
  // Connections that were closed since the last turn, at both ends of the gateway, are not what is measured.
  await Promise.all(clients.map((client) => keepAsking(client, OPENING * clients.length)));
  [latencies, sent] = [[], 0];

  const pids = descendantsOf(pid);
  const before = threadTimes(pids);
  const begun = performance.now();
  await Promise.all(clients.map((client) => keepAsking(client, requests)));
  const tookMs = performance.now() - begun;
  const ns = usedBetween(before, threadTimes(pids), () => true);
  await Promise.all(clients.map((client) => client.close()));
  latencies.sort((a, b) => a - b);
  const memory = pids.map((one) => residentMiB(one) ?? 0);
  return {
    ...{ requests, failures, cpuMs: ns / 1e6 / requests, perSecond: (requests * 1000) / tookMs },
    p50: latencies[requests >> 1]!,
    p99: latencies[Math.floor(requests * 0.99)]!,
    memoryMiB: memory.reduce((sum, one) => sum + one, 0),
  };
}
