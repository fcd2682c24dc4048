import type { EntityReference, SubgraphModule } from '@hub/subgraph-kit';
import { CoverageResolver } from './coverage-resolver';
import { readPartnerships } from './directory-files';
import { authorityReference, partnershipById } from './directory-loaders';
import { Directory1763769600001 } from './directory-migration';
import { directorySchemas } from './directory-records';
import { DirectoryResolver } from './directory-resolver';
import { loadDirectory } from './load-directory';
import { LocalAuthorityResolver } from './local-authority-resolver';
import { partnershipStubs } from './local-partnership';
import { LocalPartnershipResolver, PartnershipCoverageResolver } from './local-partnership-resolver';

const partnershipReference = ({ typeName }: { typeName: string }): EntityReference => ({
  typeName,
  resolve: ({ id }, context) => partnershipById(context, id),
});

/**
 * Which partnerships there are, and which local authorities they cover.
 *
 * @param capabilities - what other subjects require of every partnership.
 */
export const directory = (capabilities: readonly Function[]): SubgraphModule => ({
  resolvers: [
    ...[DirectoryResolver, LocalPartnershipResolver, PartnershipCoverageResolver, LocalAuthorityResolver],
    CoverageResolver,
  ],
  types: partnershipStubs(capabilities),
  references: [
    { typeName: 'LocalAuthority', resolve: ({ gssCode }, context) => authorityReference(context, gssCode) },
    ...readPartnerships().map(partnershipReference),
  ],
  facts: directorySchemas,
  migrations: [Directory1763769600001],
  load: loadDirectory,
});
