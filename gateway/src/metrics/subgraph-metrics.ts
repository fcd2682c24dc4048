import { Counter, Gauge, type Registry } from 'prom-client';
import type { SubgraphClient } from '../subgraphs/subgraph-client';
import { readWhenAsked, type Figure } from './read-when-asked';

/** Adds how subgraphs answer: what became of requests, how long they took, and whether processes are taken for hung. */
export function addSubgraphMetrics(registry: Registry, clients: ReadonlyMap<string, SubgraphClient>): void {
  const ofEach = (read: (client: SubgraphClient) => Iterable<Figure>) =>
    function* (): Iterable<Figure> {
      for (const [subgraph, client] of clients) {
        for (const [labels, value] of read(client)) yield [{ subgraph, ...labels }, value];
      }
    };

  readWhenAsked(registry, {
    kind: Counter,
    name: 'hub_subgraph_requests_total',
    help: 'Requests to a subgraph that are over, by outcome: ANSWERED, or the code for which there was no answer.',
    labelNames: ['subgraph', 'outcome'],
    read: ofEach(({ tally }) => [...tally.outcomes].map(([outcome, count]) => [{ outcome }, count])),
  });
  readWhenAsked(registry, {
    kind: Counter,
    name: 'hub_subgraph_seconds_total',
    help: 'How long those requests took in all, waiting for their turn included.',
    labelNames: ['subgraph'],
    read: ofEach(({ tally }) => [[{}, tally.ms / 1000]]),
  });
  readWhenAsked(registry, {
    kind: Gauge,
    name: 'hub_subgraph_requests_under_way',
    help: 'Requests to a subgraph that are not over.',
    labelNames: ['subgraph'],
    read: ofEach(({ tally }) => [[{}, tally.underWay]]),
  });
  readWhenAsked(registry, {
    kind: Gauge,
    name: 'hub_subgraph_processes',
    help: 'Processes of a subgraph: answering; doubted, since a sign of life is owed; or hung, and asked nothing.',
    labelNames: ['subgraph', 'state'],
    read: ofEach(({ processes }) =>
      (['answering', 'doubted', 'hung'] as const).map((state) => [
        { state },
        processes.filter((one) => one === state).length,
      ]),
    ),
  });
}
