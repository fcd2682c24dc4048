import { setTimeout as after } from 'node:timers/promises';
import { pino } from 'pino';
import { createServer, type ServerParts } from './create-server';
import { describeError } from './describe-error';

/** What runs each time is compiled by then. */
const TIMES = 3;

/** A start waits about so long for it at most. */
const MOST_MS = 2_000;

/**
 * Asks a question of a server that is like the one that will listen, which nobody else can reach: so that whoever asks first
 * does not wait for code to be compiled, connections to be made and facts to be read. It has no caller, so that it sees what
 * is public, and leaves no line in the log and nothing on record. That it fails is no reason not to start.
 */
export async function warmUp(parts: ServerParts, question: string): Promise<void> {
  const end = performance.now() + MOST_MS;
  try {
    const app = await createServer({
      ...{ ...parts, ownApi: null, explored: null, tracing: undefined, operationTimeoutMs: MOST_MS / 2 },
      logger: pino({ level: 'silent' }),
    });
    await Promise.race([parts.facts?.proved, after(MOST_MS, undefined, { ref: false })]);
    const headers = { 'content-type': 'application/json' };
    // Once, however slow the machine is.
    for (let time = 0; time === 0 || (time < TIMES && performance.now() < end); time++) {
      await app.inject({ method: 'POST', url: '/graphql', headers, payload: JSON.stringify({ query: question }) });
    }
    await app.close();
  } catch (error) {
    parts.logger.warn({ error: describeError(error) }, 'not warmed up');
  }
}
