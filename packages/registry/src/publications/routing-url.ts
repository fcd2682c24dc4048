import { isIP } from 'node:net';
import { RegistryRefusal } from '../registry-refusal';

/**
 * Refuses an address at which the gateway may not ask: another host than those that are listed; a name without https; and
 * what is no bare address. An address of a private network is asked only where it is listed as that address: a name that
 * leads to one is refused when the connection is made.
 *
 * @param hosts - as they may stand in an address, with the port where there is one: `newham.example`, `127.0.0.1:4105`.
 * @throws RegistryRefusal `ROUTING_URL_REFUSED`
 */
export function checkRoutingUrl(text: string, hosts: readonly string[]): void {
  const refuse = (reason: string) => new RegistryRefusal('ROUTING_URL_REFUSED', { reason });
  if (text.length > 500 || !URL.canParse(text)) throw refuse('it is not an address');
  const { protocol, host, hostname, username, password, hash } = new URL(text);
  if (!/^https?:$/.test(protocol)) throw refuse('it is not one of https');
  if (username !== '' || password !== '' || hash !== '') throw refuse('it has more than host, path and query');
  if (!hosts.includes(host)) throw refuse(`its host is not among REGISTRY_ROUTING_HOSTS`);
  const isAddress = isIP(hostname.replace(/^\[|\]$/g, '')) > 0;
  if (protocol === 'http:' && !isAddress) throw refuse('a name is asked over https alone');
}
