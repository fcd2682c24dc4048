import { loadOnce } from '@hub/partnership';
import { readPartnerships } from '../directory/directory-files';
import type { LondonModule } from '../london-module';
import { demonstrationNetworks } from './network-demonstration';
import { Networks1763769600002 } from './network-migration';
import { NetworkMemberRecord, NetworkRecord, networkSchemas } from './network-records';
import { NetworkMemberResolver, NetworkResolver } from './network-resolver';

/** The networks the London SCP supports (LON-34). */
export const networks: LondonModule = {
  resolvers: [NetworkResolver, NetworkMemberResolver],
  entities: networkSchemas,
  migrations: [Networks1763769600002],
  async load(manager, { demo }) {
    const rows = demonstrationNetworks(demo ? readPartnerships().map(({ id }) => id) : []);
    const content = demo ? rows : { networks: [], members: [] };
    await loadOnce(manager, 'demonstration networks', content, async () => {
      await manager.query('DELETE FROM network WHERE is_synthetic');
      await manager.insert(NetworkRecord, content.networks);
      await manager.insert(NetworkMemberRecord, content.members);
    });
  },
};
