import { AuditLog } from '@hub/audit';
import { minuteLimits } from '@hub/limits';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { buildFederatedSchema } from '../build-federated-schema';
import type { CursorKeys } from '../cursors/cursor-signature';
import type { SubgraphContext } from '../subgraph-context';
import { london } from '../../testing/toy-subgraph';
import { warmUp } from './warm-up';
import type { ServerParts } from './create-server';

const lines: string[] = [];
const query = jest.fn();
let parts: ServerParts;

beforeAll(async () => {
  const { schema, sdl } = await buildFederatedSchema(london);
  const logger = pino({ base: null }, { write: (line: string) => lines.push(line) });
  parts = {
    ...{ name: 'london', schema, sdl, ownApi: null, explored: null, logger, doors: { hub: null, home: null } },
    ...{ dataSource: { query } as unknown as DataSource, audit: new AuditLog(query, 'london'), pseudonyms: null },
    ...{ cursorKeys: [Buffer.alloc(32)] as CursorKeys, env: {}, maxBodyBytes: 2048, operationTimeoutMs: 5000 },
    minuteLimits: minuteLimits(1),
  };
});

test('a server asks itself as the hub does for an analyst, and leaves neither a line in the log nor an entry on record', async () => {
  const asked: SubgraphContext[] = [];
  const { _service: field } = parts.schema.getQueryType()!.getFields();
  const resolve = field!.resolve!;
  field!.resolve = (source, args, context: SubgraphContext, info): unknown => {
    asked.push(context);
    return resolve(source, args, context, info);
  };
  await warmUp(parts, '{ _service { sdl } }');
  field!.resolve = resolve;
  expect(asked.length).toBeGreaterThan(0);
  expect(new Set(asked.map(({ requestIdentity: { caller } }) => caller?.role))).toEqual(new Set(['analyst']));
  expect(lines).toEqual([]);
  expect(query).not.toHaveBeenCalled();
});

test('what goes wrong with it keeps no server from starting', async () => {
  await warmUp(parts, '{ nothingOfTheKind');
  await warmUp({ ...parts, sdl: 'type' }, '{ _service { sdl } }');
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['not warmed up']);
});
