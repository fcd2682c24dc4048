import { pino } from 'pino';
import { createServiceDatabase, type ServiceDatabase } from '../../../test/support/service-database';
import { ConfigError } from './config-error';
import { casework } from '../testing/casework-subgraph';
import { repeat } from './repeat';
import { serveSubgraph } from './serve-subgraph';

const logger = pino({ level: 'silent' });

describe('work that goes on beside answering', () => {
  let database: ServiceDatabase;
  beforeAll(async () => {
    database = await createServiceDatabase();
  });
  afterAll(() => database?.drop());

  it('has the environment of the subgraph, and its database until the work under way is done', async () => {
    const done: unknown[] = [];
    const subgraph = await serveSubgraph(
      {
        ...casework,
        background: ({ dataSource, env }) => {
          const work = dataSource.query<{ done: string }[]>(`SELECT $1 || pg_sleep(0.2) AS done`, [env['WORK']]);
          return { stop: async () => void done.push(await work) };
        },
      },
      { DATABASE_URL: database.url, LOG_LEVEL: 'silent', WORK: 'the work' },
    );
    await subgraph.close();
    expect(done).toEqual([[{ done: 'the work' }]]);
  });

  it('fails the start where its environment cannot be used', async () => {
    const remedy = { variable: 'WORK', problem: 'is missing', remedy: 'Set it.' };
    const definition = {
      ...casework,
      background: () => {
        throw new ConfigError([remedy]);
      },
    };
    await expect(serveSubgraph(definition, { DATABASE_URL: database.url, LOG_LEVEL: 'silent' })).rejects.toThrow(
      'WORK is missing',
    );
  });
});

describe('work that is repeated', () => {
  it('is done at once and again, also after a failure, and never twice at a time', async () => {
    let [begun, underWay, most] = [0, 0, 0];
    let enough: () => void;
    const seen = new Promise<void>((resolve) => (enough = resolve));
    const work = async () => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, 5));
      underWay--;
      if (++begun === 4) enough();
      throw new Error('It fails every time.');
    };
    const background = repeat({ name: 'counting', everyMs: 1, work }, logger);
    await seen;
    await background.stop();
    const until = begun;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect([most, underWay, begun]).toEqual([1, 0, until]);
  });

  it('is waited for by who stops it', async () => {
    let isDone = false;
    const work = async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      isDone = true;
    };
    await repeat({ name: 'waiting', everyMs: 1, work }, logger).stop();
    expect(isDone).toBe(true);
  });
});
