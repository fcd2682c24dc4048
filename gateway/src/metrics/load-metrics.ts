import type { HttpGuard } from '@hub/http';
import { Counter, Gauge, type Registry } from 'prom-client';
import type { QuestionTurns } from '../edge/question-turns';
import type { OpenFeeds } from '../feed/open-feeds';
import { readWhenAsked } from './read-when-asked';

/** What is bounded at the door. */
export interface Load {
  turns: QuestionTurns;
  guard: HttpGuard;
  feeds: OpenFeeds;
}

/** Adds how much is under way, and which connections there was no room for. */
export function addLoadMetrics(registry: Registry, { turns, guard, feeds }: Load): void {
  readWhenAsked(registry, {
    kind: Gauge,
    name: 'hub_questions',
    help: 'Operations that are under way, and that wait for their turn.',
    labelNames: ['state'],
    read: () => [
      [{ state: 'under_way' }, turns.underWay],
      [{ state: 'waiting' }, turns.waiting],
    ],
  });
  readWhenAsked(registry, {
    kind: Gauge,
    name: 'hub_feeds_open',
    help: 'Feeds that are open.',
    read: () => [[{}, feeds.count]],
  });
  readWhenAsked(registry, {
    kind: Gauge,
    name: 'hub_connections_open',
    help: 'Connections of clients that are open.',
    read: () => [[{}, guard.connections.open]],
  });
  readWhenAsked(registry, {
    kind: Counter,
    name: 'hub_connections_shed_total',
    help: 'Connections for which there was no room: refused, or closed to make room for others.',
    labelNames: ['how'],
    read: () => {
      const { refused, gaveWay } = guard.connections;
      return [
        [{ how: 'refused' }, refused],
        [{ how: 'gave_way' }, gaveWay],
      ];
    },
  });
}
