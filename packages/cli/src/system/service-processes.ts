import { LOOPBACK } from './ports';
import { HUB_SUBGRAPH } from './subgraph-list';

/** One process of a subgraph. */
export interface ServiceProcess {
  /** The subgraph's name where it has one process, else with a number: `london-scp.1`. No subgraph has a dot in its name. */
  name: string;
  /** The subgraph. */
  service: string;
  port: number;
}

/**
 * The processes of the subgraphs. Every question enters through the London SCP, so it may have several, of which one can
 * fail; a partnership that fails costs its own fields, and has one.
 */
export function serviceProcesses(
  subgraphs: readonly string[],
  londonProcesses: number,
): Omit<ServiceProcess, 'port'>[] {
  return subgraphs.flatMap((service) => {
    if (service !== HUB_SUBGRAPH || londonProcesses === 1) return [{ service, name: service }];
    return Array.from({ length: londonProcesses }, (_, index) => ({ service, name: `${service}.${index + 1}` }));
  });
}

/** Where the hub asks a process. */
export function endpointOf({ port }: Pick<ServiceProcess, 'port'>): string {
  return `http://${LOOPBACK}:${port}/graphql`;
}

/** Where the people and the system of a partnership ask its process, or null of the London SCP. */
export function ownEndpointOf({ service, port }: Pick<ServiceProcess, 'service' | 'port'>): string | null {
  return service === HUB_SUBGRAPH ? null : `http://${LOOPBACK}:${port}/own/graphql`;
}

/** What the gateway is told: `name=url` by comma, several addresses of one subgraph parted by `|`. */
export function addressList(processes: readonly ServiceProcess[]): string {
  const services = [...new Set(processes.map(({ service }) => service))];
  const addressesOf = (of: string) => processes.filter(({ service }) => service === of).map(endpointOf);
  return services.map((service) => `${service}=${addressesOf(service).join('|')}`).join(',');
}
