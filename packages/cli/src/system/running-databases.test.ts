import { Client } from 'pg';
import { fakeWorkspace } from '../../testing/fake-workspace';
import { openHubHome } from './hub-home';
import { startPostgres } from './postgres';
import { provision } from './provision';
import { runningDatabases } from './running-databases';
import { openSecrets } from './secrets';

const NAMES = ['lambeth', 'tri-borough'];
const workspace = fakeWorkspace(NAMES);
afterAll(() => workspace.remove());

test('the databases of a hub are found while it runs, each by its own role', async () => {
  const found = () => runningDatabases(workspace.home, {}, workspace.root);
  await expect(found()).rejects.toThrow('No PostgreSQL of a hub runs');
  const home = await openHubHome(workspace.home);
  const secrets = await openSecrets(home.secrets);
  const server = await startPostgres(home, await secrets.passwordOf('hub_admin'), () => undefined);
  try {
    const urls = await provision(server.adminUrl, 'DATABASE_URL', NAMES, secrets);
    expect(await found()).toEqual(urls);
    const client = new Client({ connectionString: (await found()).get('tri-borough') });
    await client.connect();
    expect((await client.query('SELECT current_user AS role')).rows).toEqual([{ role: 'tri-borough' }]);
    await client.end();
  } finally {
    await server.stop();
  }
  await expect(found()).rejects.toThrow('No PostgreSQL of a hub runs');
});

test('databases that were given are taken as they are', async () => {
  const url = 'postgres://a:b@db.example/c';
  const env = { DATABASE_URL_LAMBETH: url, DATABASE_URL_TRI_BOROUGH: url };
  expect(await runningDatabases('/nonexistent', env, workspace.root)).toEqual(
    new Map(NAMES.map((name) => [name, url])),
  );
});

test('the log of the gateway is that of the London SCP, and no second one', async () => {
  const world = fakeWorkspace(['london-scp']);
  const url = 'postgres://a:b@db.example/c';
  const env = { DATABASE_URL_LONDON_SCP: url, DATABASE_URL_GATEWAY: 'postgres://gateway:b@db.example/c' };
  expect(await runningDatabases('/nonexistent', env, world.root)).toEqual(new Map([['london-scp', url]]));
  await world.remove();
});
