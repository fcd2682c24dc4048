import { HUB_VERSION } from '@hub/http';
import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';

const databaseTimeoutMs = 2_000;

/** Adds `/health/live` (the process runs, and its version) and `/health/ready` (its database answers within two seconds). */
export function addHealthRoutes(app: FastifyInstance, subgraph: string, dataSource: DataSource): void {
  // One question at a time: when the database hangs, each probe would otherwise hold one more connection.
  let asking: Promise<boolean> | undefined;
  const askDatabase = () => {
    asking ??= dataSource
      .query('SELECT 1')
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        asking = undefined;
      });
    return asking;
  };

  app.get('/health/live', async () => ({ status: 'live', version: HUB_VERSION }));

  app.get('/health/ready', async (_request, reply) => {
    const isUp = await within(databaseTimeoutMs, askDatabase());
    return isUp
      ? { status: 'ready', subgraph, database: 'up' }
      : reply.code(503).send({ status: 'unavailable', subgraph, database: 'down' });
  });
}

async function within(milliseconds: number, answer: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, milliseconds, false);
  });
  try {
    return await Promise.race([answer, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
