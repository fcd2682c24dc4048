import { checkRoutingUrl } from './routing-url';

const HOSTS = ['newham.example', 'newham.example:8443', '127.0.0.1:4105', '[::1]:4105'];

it.each([
  'https://newham.example/graphql',
  'https://newham.example:8443/',
  'http://127.0.0.1:4105/graphql',
  'http://[::1]:4105/',
])('%s may be asked', (url) => expect(() => checkRoutingUrl(url, HOSTS)).not.toThrow());

it.each([
  ['', 'it is not an address'],
  ['newham.example', 'it is not an address'],
  ['file:///etc/passwd', 'it is not one of https'],
  ['https://other.example/', 'its host is not among REGISTRY_ROUTING_HOSTS'],
  ['http://127.0.0.1:4106/', 'its host is not among REGISTRY_ROUTING_HOSTS'],
  ['http://169.254.169.254/latest', 'its host is not among REGISTRY_ROUTING_HOSTS'],
  ['http://2130706433:4106/', 'its host is not among REGISTRY_ROUTING_HOSTS'],
  ['http://newham.example/', 'a name is asked over https alone'],
  ['https://who:secret@newham.example/', 'it has more than host, path and query'],
  ['https://newham.example/#a', 'it has more than host, path and query'],
  [`https://newham.example/${'a'.repeat(500)}`, 'it is not an address'],
])('%s may not: %s', (url, reason) => {
  expect(() => checkRoutingUrl(url, HOSTS)).toThrow(
    expect.objectContaining({ code: 'ROUTING_URL_REFUSED', values: { reason } }),
  );
});
