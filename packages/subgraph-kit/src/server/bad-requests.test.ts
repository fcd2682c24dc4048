import { AuditLog } from '@hub/audit';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { badRequests, wrongIn } from '../../../../test/support/attacks/bad-requests';
import { buildFederatedSchema } from '../build-federated-schema';
import { london } from '../../testing/toy-subgraph';
import type { CursorKeys } from '../cursors/cursor-signature';
import { createServer } from './create-server';

const lines: string[] = [];
let app: FastifyInstance;
let origin: string;

beforeAll(async () => {
  const { schema, sdl } = await buildFederatedSchema(london);
  const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const query = jest.fn();
  const dataSource = { query } as unknown as DataSource;
  const audit = new AuditLog(query, 'london');
  const cursorKeys: CursorKeys = [Buffer.alloc(32)];
  const limits = {
    maxBodyBytes: 2 ** 20,
    operationTimeoutMs: 5000,
    minuteLimits: { requests: 100_000, cost: 100_000_000 },
  };
  const parts = { doors: { hub: null, home: null }, audit, pseudonyms: null, cursorKeys, env: {}, ...limits };
  app = await createServer({ name: 'london', schema, sdl, ownApi: null, explored: null, dataSource, logger, ...parts });
  origin = await app.listen({ host: '127.0.0.1', port: 0 });
});
beforeEach(() => void (lines.length = 0));
afterAll(() => app.close());

test.each(badRequests('subgraph').map((bad) => [bad.name, bad] as const))(
  'a mistake of the client is refused with its code, and is not a failure in the log: %s',
  async (_, bad) => {
    expect(await wrongIn(origin, bad)).toBeNull();
    expect(lines.filter((line) => /"level":[56]0|"stack"/.test(line))).toEqual([]);
  },
);
