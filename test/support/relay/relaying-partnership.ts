import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { MoveData, MovementMove, MovementSide } from '@hub/contract';
import { createDataSource, migrateAndLoad, type Background, type SubgraphDefinition } from '@hub/subgraph-kit';
import { pino } from 'pino';
import { createTestDatabase, runSql } from '../test-database';

/** A step that a team of the partnership takes. */
export interface Step {
  movement: string;
  move: `${MovementMove}`;
  side: `${MovementSide}`;
  data?: MoveData;
}

/** A partnership's database with the work that goes on beside answering, and without HTTP of its own. */
export interface RelayingPartnership {
  /** Begins the work, as the partnership's process does; or once more, as a second process. */
  start(): Background;
  /** Ends all the work that was begun. */
  stop(): Promise<void>;
  /** Writes a step and its message, as a mutation does. Returns the message's id. */
  take(step: Step): Promise<string>;
  rows<Row = Record<string, unknown>>(sql: string): Promise<Row[]>;
  /** Ends all connections to the database, as if the process or PostgreSQL was killed. */
  cut(): Promise<void>;
  tokenFile: string;
  close(): Promise<void>;
}

/** Opens a partnership that knows one hub. */
export async function openRelayingPartnership(
  definition: SubgraphDefinition,
  { authority, hubUrl }: { authority: string; hubUrl: string },
): Promise<RelayingPartnership> {
  const database = await createTestDatabase();
  const dataSource = createDataSource(definition, database.url);
  await migrateAndLoad(dataSource, { name: definition.name }, { demo: false });
  const tokenFile = join(mkdtempSync(join(tmpdir(), 'relay-')), 'token.jwt');
  writeFileSync(tokenFile, `token-of-${definition.name}\n`);
  const env = { HUB_URL: hubUrl, HUB_TOKEN_FILE: tokenFile };
  const running: Background[] = [];
  const stop = async () => void (await Promise.all(running.splice(0).map((background) => background.stop())));
  const name = new URL(database.url).pathname.slice(1);
  return {
    tokenFile,
    start() {
      running.push(definition.background!({ dataSource, logger: pino({ level: 'silent' }), env }));
      return running.at(-1)!;
    },
    stop,
    async take({ movement, move, side, data = {} }) {
      const id = randomUUID();
      const occurredAt = new Date().toISOString();
      const event = { id, movement, move, side, authority, person: 'somebody', role: 'duty-team', occurredAt, data };
      const write = () =>
        dataSource.query(
          `WITH notified AS (SELECT pg_notify('movement_outbox', ''))
           INSERT INTO movement_outbox (id, movement_id, body)
           SELECT $1, $2, jsonb_build_object('event', $3::jsonb, 'after', coalesce(
             (SELECT id FROM movement_outbox WHERE movement_id = $2 AND outcome IS NULL ORDER BY sequence DESC LIMIT 1),
             (SELECT message_id FROM movement_event WHERE movement_id = $2 ORDER BY position DESC LIMIT 1))) FROM notified
           ON CONFLICT DO NOTHING`,
          [id, movement, JSON.stringify(event)],
        );
      // Whoever is cut off tries again.
      await until(() =>
        write().then(
          () => true,
          () => false,
        ),
      );
      return id;
    },
    rows: (sql) => dataSource.query(sql),
    async cut() {
      await runSql(
        process.env['TEST_DATABASE_URL']!,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
      );
    },
    async close() {
      await stop();
      await dataSource.destroy();
      await database.drop();
    },
  };
}

/** Waits until something holds, up to half a minute, also past connections that are cut; the test's own expectation says what did not. */
export async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  const isSo = async () => {
    try {
      return await holds();
    } catch {
      return false;
    }
  };
  for (const end = Date.now() + 240_000; Date.now() < end && !(await isSo());) await after(20);
}
