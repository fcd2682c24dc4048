import { HubError } from '../errors';
import { connectionShare, leastConnections } from './connection-share';
import { GATEWAY_ROLE } from './database-plan';
import type { ServerRoom } from './server-room';
import type { ServiceProcess } from './service-processes';

/**
 * How many connections each process of a service may pool, by service: what its server has is shared out among all who use
 * it, so that no process opens more than its share.
 *
 * @param rooms - the server of each service, the gateway's among them where it records access
 * @throws HubError `CONNECTIONS_TOO_FEW`
 */
export function poolSizes(
  processes: readonly Pick<ServiceProcess, 'service'>[],
  rooms: ReadonlyMap<string, ServerRoom>,
): Map<string, number> {
  const serverOf = (service: string) => rooms.get(service)?.server;
  return new Map(
    processes.map(({ service }) => {
      const { server, host } = rooms.get(service)!;
      const users = processes.filter((process) => serverOf(process.service) === server);
      const hasGateway = serverOf(GATEWAY_ROLE) === server;
      // Of several looks at one server the least: others may have come meanwhile.
      const available = Math.min(
        ...[...rooms.values()].filter((room) => room.server === server).map((room) => room.available),
      );
      const share = connectionShare(available, users.length, hasGateway);
      if (share === null) {
        const least = leastConnections(users.length, hasGateway);
        throw new HubError('CONNECTIONS_TOO_FEW', { host, available, processes: users.length, least });
      }
      return [service, share];
    }),
  );
}
