import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSigningKeys, publicJwks, signGatewayToken } from '@hub/access';
import {
  checkPublication,
  fetchSubgraphSdl,
  HUB_SUBGRAPH,
  isRefused,
  prefixOf,
  type PublishedHub,
  type StandingSubgraph,
} from '@hub/registry';
import { publishedHub, type WholeHub } from '../schema/published-hub';
import { toldFindings } from '../schema/told-findings';
import { freePorts, LOOPBACK } from '../system/ports';
import { DevGateway } from './dev-gateway';
import { mockedSchema } from './mocked-schema';
import { serveMockHub } from './mock-hub';
import { withRow } from './with-row';

/** How often the subgraph is asked what it publishes, in milliseconds. */
const AGAIN_MS = 1000;

/** What a run is told. */
export interface DevOptions {
  workspace: string;
  /** The partnership's. */
  id: string;
  /** Where its subgraph answers, or will. */
  url: string;
  /** The gateway's; the mocked hub is at the next. 0 takes free ones. */
  port: number;
  say(text: string): void;
  /** Takes the address of the API each time that a schema is served. */
  served(apiUrl: string): void;
  signal: AbortSignal;
}

/**
 * Runs a gateway over one subgraph and the others mocked, until the signal: each schema that the subgraph publishes is checked
 * as the hub does, and served where it is good. Nothing is left running, or written.
 *
 * @throws HubError where a port is taken, or the gateway does not start.
 */
export async function runDev({ workspace, id, url, port, say, served, signal }: DevOptions): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-dev-'));
  const keysFile = join(folder, 'hub-keys.json');
  const keys = await createSigningKeys(keysFile);
  const [gatewayPort, mockPort] = port === 0 ? await freePorts(2) : [port, port + 1];
  const hub = hubWith(await publishedHub(workspace), id);
  const partnerships = hub.subgraphs
    .map(({ name }) => name)
    .concat(id)
    .filter((name, index, all) => name !== HUB_SUBGRAPH && all.indexOf(name) === index)
    .map((name) => ({ id: name, typeName: `${prefixOf(name)}Partnership` }));
  const others = hub.subgraphs.filter(({ name }) => name !== id);
  const schemas = new Map(others.map(({ name, sdl }) => [name, mockedSchema(sdl, partnerships)]));
  const mocks = await serveMockHub(schemas, JSON.stringify(publicJwks(keys)), mockPort!);
  const gateway = new DevGateway({ workspace, folder, keysFile, port: gatewayPort!, signal });
  const addresses = new Map([...others.map(({ name }) => [name, mocks.urlOf(name)] as const), [id, url]]);
  const itself = { caller: null, declared: null, requestId: randomUUID(), alert: null, isHub: true };
  const sign = (body: string) => signGatewayToken(keys, itself, { subgraph: id, body });
  try {
    say(`Start the subgraph with HUB_JWKS=${mocks.jwksUrl}\nIt is looked for at ${url}`);
    let last = '';
    let good = hub.subgraphs.find(({ name }) => name === id)?.sdl ?? null;
    while (!signal.aborted) {
      const published = await fetchSubgraphSdl(url, { name: id, sign }).catch((error: Error) => error);
      const text = published instanceof Error ? published.message : published;
      if (text !== last && published instanceof Error) say(text);
      if (text !== last && !(published instanceof Error)) {
        const { findings } = await checkPublication(
          { name: id, sdl: text },
          withSubgraph(hub, { name: id, url, sdl: good }),
          { beside: 'NEAREST' },
        );
        say(toldFindings(findings, url, id));
        if (!isRefused(findings)) {
          good = text;
          await gateway.serve(addresses);
          if (!signal.aborted) served(`http://${LOOPBACK}:${gatewayPort}/graphql`);
        }
      }
      last = text;
      await sleep(AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    await gateway.stop();
    await mocks.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The hub with a row for the partnership. */
function hubWith(hub: WholeHub, id: string): WholeHub {
  const subgraphs = hub.subgraphs.map((one) =>
    one.name === HUB_SUBGRAPH ? { ...one, sdl: withRow(one.sdl, id) } : one,
  );
  return { ...hub, subgraphs };
}

/** @param subgraph - the partnership's, with the last schema that was good. */
function withSubgraph(hub: PublishedHub, subgraph: StandingSubgraph): PublishedHub {
  const others = hub.subgraphs.filter(({ name }) => name !== subgraph.name);
  return { ...hub, subgraphs: [...others, subgraph] };
}
