import type { LookupAddress, lookup } from 'node:dns';
import ipaddr from 'ipaddr.js';
import { lookupWithin, problemOfAddress } from './allowed-address';

const within = (...networks: string[]) => networks.map((network) => ipaddr.parseCIDR(network));

describe('an address to which something may be sent', () => {
  it.each(['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c', 'cms.example'])('%s is one', (host) => {
    expect(problemOfAddress(host, [])).toBeNull();
  });

  it.each([
    ...['127.0.0.1', '10.0.0.7', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1'],
    ...['255.255.255.255', '192.0.2.1', '198.18.0.1', '::', '::1', 'fe80::1', 'fd00::1', '::ffff:10.0.0.7'],
    ...['64:ff9b::a00:7', '2002:a00:7::', '2001:db8::1', 'ff02::1'],
  ])('%s is none', (host) => {
    expect(problemOfAddress(host, [])).toMatch(/no address of the public internet/);
  });

  it('is one of a network that is named, and of no other', () => {
    const networks = within('10.20.0.0/16', 'fd00::/8');
    expect(['10.20.3.4', 'fd00::1', '::ffff:10.20.3.4'].map((host) => problemOfAddress(host, networks))).toEqual([
      ...[null, null, null],
    ]);
    expect(problemOfAddress('10.21.0.1', networks)).not.toBeNull();
  });
});

describe('the look-up of a host', () => {
  const look = (found: string[], all: boolean, ...networks: string[]) =>
    new Promise<string[]>((done, failed) => {
      const addresses = found.map((address): LookupAddress => ({ address, family: 4 }));
      const stub = ((_: string, __: object, answer: (error: null, addresses: LookupAddress[]) => void) =>
        answer(null, addresses)) as unknown as typeof lookup;
      lookupWithin(within(...networks), stub)('cms.example', { all }, (error, answered) =>
        error ? failed(error) : done([answered].flat().map((one) => (typeof one === 'string' ? one : one.address))),
      );
    });

  it('answers what is allowed, all of it or the first', async () => {
    const found = ['93.184.215.14', '93.184.215.15'];
    expect(await look(found, true)).toEqual(found);
    expect(await look(found, false)).toEqual(found.slice(0, 1));
    expect(await look(['10.0.0.7'], true, '10.0.0.0/8')).toEqual(['10.0.0.7']);
  });

  it('answers nothing where one of the addresses is not, as a name may be given another from one moment to the next', async () => {
    await expect(look(['93.184.215.14', '10.0.0.7'], true)).rejects.toThrow('cms.example leads where 10.0.0.7 is no');
    await expect(look(['169.254.169.254'], false)).rejects.toThrow('169.254.169.254');
  });
});
