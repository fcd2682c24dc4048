import type { AddressInfo } from 'node:net';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { Caller } from '@hub/access';
import { composeSupergraph } from '@hub/registry';
import fastify from 'fastify';
import { pino } from 'pino';
import { createApolloServer } from '../src/operation/apollo-server';
import { Deadline } from '../src/operation/deadline';
import { OperationRunner, type Authorise } from '../src/operation/operation-runner';
import { openContext } from '../src/operation/request-context';
import { SubgraphClient } from '../src/subgraphs/subgraph-client';
import { PlanningTurns } from '../src/supergraph/planning-turns';
import { ServedSupergraph } from '../src/supergraph/served-supergraph';
import { SupergraphInUse } from '../src/supergraph/supergraph-in-use';
import { ask, type ClientResponse } from './ask';
import { guardedLambeth, guardedLondon } from './guarded-london';

/** The gateway over the guarded toys, by HTTP, with callers made up by a header. */
export async function startGuardedGateway({ authorise }: { authorise?: Authorise } = {}) {
  const log = pino({ level: 'silent' });
  const london = await guardedLondon({ isLax: true }).start();
  const lambeth = await guardedLambeth().start();
  const toys = [london, lambeth];
  const { supergraphSdl } = composeSupergraph(toys.map(({ name, url, sdl }) => ({ name, url, sdl })));
  const clients = new Map(toys.map(({ name, url }) => [name, new SubgraphClient({ name, urls: [url] })]));
  const app = fastify({ forceCloseConnections: true });
  const served = new ServedSupergraph(supergraphSdl, [], { clients, planMs: 600_000, log });
  const runner = new OperationRunner(
    new SupergraphInUse(served, 10_000),
    new PlanningTurns({ charge: () => undefined }),
    log,
    authorise,
  );
  const apollo = createApolloServer(runner, log, [fastifyApolloDrainPlugin(app)]);
  await apollo.start();
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: fastifyApolloHandler(apollo, {
      context: async ({ id, ip, headers }) =>
        openContext(
          { id, ip, caller: callerOf(headers['x-scopes']), headers, documentCost: 0 },
          new Deadline(Infinity),
        ),
    }),
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

  return {
    london,
    lambeth,
    /** Asks as a caller of these scopes; without them, as one without a token. */
    ask: (query: string, scopes?: readonly string[], variables: object = {}): Promise<ClientResponse> =>
      ask(url, query, { variables, headers: scopes ? { 'x-scopes': scopes.join(' ') } : {} }),
    /** Everything that subgraphs were sent since the last time. */
    sent: (): string[] => toys.flatMap(({ received }) => received.splice(0).map((one) => JSON.stringify(one))),
    stop: async () => {
      await apollo.stop();
      await app.close();
      await served.close();
      await Promise.all([...clients.values()].map((client) => client.close()));
      await Promise.all(toys.map((toy) => toy.kill()));
    },
  };
}

function callerOf(scopes: string | string[] | undefined): Caller | null {
  if (typeof scopes !== 'string') return null;
  const role = 'analyst';
  return { person: 'p1', role, organisation: 'o1', partnership: null, scopes: new Set(scopes.split(' ')) };
}
