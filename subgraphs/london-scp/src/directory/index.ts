import type { SubgraphModule } from '@hub/subgraph-kit';
import { localAuthorityByCode, partnershipById } from './directory-loaders';
import { Directory1763769600001 } from './directory-migration';
import { directorySchemas } from './directory-records';
import { DirectoryResolver } from './directory-resolver';
import { loadDirectory } from './load-directory';
import { LocalAuthorityResolver } from './local-authority-resolver';
import { partnershipStubs } from './local-partnership';
import { LocalPartnershipResolver, PartnershipCoverageResolver } from './local-partnership-resolver';

/** Which partnerships there are, and which local authorities they cover. */
export const directory: SubgraphModule = {
  resolvers: [DirectoryResolver, LocalPartnershipResolver, PartnershipCoverageResolver, LocalAuthorityResolver],
  types: [...partnershipStubs.values()],
  references: [
    { typeName: 'LocalAuthority', resolve: ({ gssCode }, context) => localAuthorityByCode(context, gssCode) },
    ...[...partnershipStubs.keys()].map((typeName) => ({
      typeName,
      resolve: ({ id }: Record<string, unknown>, context: Parameters<typeof partnershipById>[0]) =>
        partnershipById(context, id),
    })),
  ],
  entities: directorySchemas,
  migrations: [Directory1763769600001],
  load: loadDirectory,
};
