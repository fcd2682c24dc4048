import { ConfigError } from '@hub/subgraph-kit';
import { readWebhookSettings } from './webhook-settings';

const good = {
  WEBHOOKS: 'lambeth=https://cms.lambeth.example/movements, redbridge=https://cms.example:8443/in?borough=redbridge',
  WEBHOOK_HOSTS: 'cms.lambeth.example, cms.example:8443',
  WEBHOOK_KEYS: '/run/secrets/webhook-keys',
};

it('nobody is told by webhook where nobody is named', () => {
  expect(readWebhookSettings({})).toBeNull();
  expect(readWebhookSettings({ WEBHOOKS: ' ', WEBHOOK_HOSTS: 'cms.example' })).toBeNull();
});

it('who is told is read from the environment', () => {
  const settings = readWebhookSettings(good)!;
  expect(settings.receivers.map(({ partnership, url }) => [partnership, url.href])).toEqual([
    ['lambeth', 'https://cms.lambeth.example/movements'],
    ['redbridge', 'https://cms.example:8443/in?borough=redbridge'],
  ]);
  expect([settings.networks, settings.keys]).toEqual([[], good.WEBHOOK_KEYS]);
});

it('in development one is told on the own machine, without https, where its network is named', () => {
  const local = { WEBHOOKS: 'lambeth=http://127.0.0.1:9000/', WEBHOOK_HOSTS: '127.0.0.1:9000', WEBHOOK_KEYS: 'k' };
  expect(() => readWebhookSettings(local)).toThrow('WEBHOOK_NETWORKS does not have an address of WEBHOOKS: 127.0.0.1');
  expect(readWebhookSettings({ ...local, WEBHOOK_NETWORKS: '127.0.0.1/32' })!.receivers).toHaveLength(1);
});

it.each([
  [
    'a host that is not on the list',
    { WEBHOOK_HOSTS: 'cms.lambeth.example' },
    'WEBHOOK_HOSTS does not name cms.example:8443',
  ],
  ['no list', { WEBHOOK_HOSTS: '' }, 'WEBHOOK_HOSTS is missing'],
  ['no keys', { WEBHOOK_KEYS: '' }, 'WEBHOOK_KEYS is missing'],
  ['no https', { WEBHOOKS: 'lambeth=http://cms.lambeth.example/' }, 'WEBHOOKS tells somebody without https'],
  [
    'a private address',
    { WEBHOOKS: 'lambeth=https://10.0.0.7/', WEBHOOK_HOSTS: '10.0.0.7' },
    'WEBHOOK_NETWORKS does not have',
  ],
  ['no address', { WEBHOOKS: 'lambeth' }, 'WEBHOOKS is not valid'],
  ['another protocol', { WEBHOOKS: 'lambeth=file:///etc/passwd' }, 'WEBHOOKS is not valid'],
  ['a password in an address', { WEBHOOKS: 'lambeth=https://:b@cms.lambeth.example/' }, 'WEBHOOKS is not valid'],
  [
    'one partnership twice',
    { WEBHOOKS: `${good.WEBHOOKS},lambeth=https://cms.example:8443/` },
    'WEBHOOKS is not valid',
  ],
  ['no network', { WEBHOOK_NETWORKS: '10.0.0.0' }, 'WEBHOOK_NETWORKS is not valid'],
])('%s is refused', (_, wrong, said) => {
  const read = () => readWebhookSettings({ ...good, ...wrong });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(said);
});
