import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A network: an address, and how many of its bits count. */
export type Network = ReturnType<typeof ipaddr.parseCIDR>;

/**
 * Why nothing may be sent to an address; null where something may, or where it is a name, whose addresses are looked at when
 * they are known. Of the public internet are those that the registries of IANA give no special use.
 */
export function problemOfAddress(host: string, networks: readonly Network[]): string | null {
  if (isIP(host) === 0) return null;
  // One of version 4 that is written as one of version 6 is what it stands for.
  const address = ipaddr.process(host);
  const isNamed = networks.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits));
  return isNamed || address.range() === 'unicast' ? null : `${host} is no address of the public internet`;
}

/** The address of a host is none to which something may be sent. */
export class AddressNotAllowed extends Error {}

/**
 * Looks up a host for a connection that is being made, and refuses it where any of its addresses is not allowed. As the
 * connection is made to what is answered here, a name that is given another address in between leads nowhere.
 */
export function lookupWithin(networks: readonly Network[], lookUp: typeof resolve = resolve): LookupFunction {
  return (hostname, options, answer) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return answer(error, []);
      const problem = addresses.map(({ address }) => problemOfAddress(address, networks)).find((found) => found);
      if (problem) return answer(new AddressNotAllowed(`${hostname} leads where ${problem}`), []);
      const [first] = addresses;
      if (options.all) answer(null, addresses);
      else answer(null, first!.address, first!.family);
    });
  };
}
