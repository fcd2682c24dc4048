export { accessMatrix, ownApiMatrix, type AccessCell, type AccessRow } from './access-matrix';
export { accessReference, type OwnApi } from './access-reference';
export { assembleInThread, type AssembledSdl } from './assembly/assemble-in-thread';
export type { ServedSubgraph, ServedUnder, SubgraphCandidate } from './assembly/subgraph-candidate';
export { checkAccess, requirementOf } from './checks/check-access';
export { clausesReference } from './clauses-reference';
export { CompositionFailed, type CompositionIssue } from './composition-failed';
export { composeSupergraph, type ComposeOptions, type Supergraph } from './compose-supergraph';
export { REGISTRY_ERRORS, registryMessage, type RegistryErrorCode } from './errors';
export { EXPLAINED, explanationOf, type Explanation } from './explanations/explain';
export { fetchSubgraphSdl, type FetchSubgraphSdlOptions } from './fetch-subgraph-sdl';
export { requireDecisions, requireOwnDecisions } from './checks/require-decisions';
export {
  checkPublication,
  type Publication,
  type PublishedHub,
  type StandingSubgraph,
} from './checks/check-publication';
export { checkPartnership } from './checks/check-partnership';
export { Contract, CONTRACT_FILE, readContract } from './checks/contract/contract';
export { contractOf } from './checks/contract/contract-of';
export { partOfContract } from './checks/contract/part-of-contract';
export { isRefused, type Finding } from './checks/finding';
export { unboundedLists } from './checks/rules/bounded-lists';
export type { CheckedAgainst } from './checks/partnership-schema';
export { schemaChanges, type Criticality } from './checks/schema-changes';
export { schemaTypes, type SchemaType } from './checks/schema-types';
export { similarName } from './checks/similar-name';
export { checkSingleHome } from './checks/single-home-rule';
export { HUB_SUBGRAPH, PARTNERSHIP_FAMILIES, prefixOf } from './checks/type-names';
export type { SubgraphDefinition } from './subgraph-definition';
export { SubgraphSdlError } from './subgraph-sdl-error';
export type { KeyKind, PublisherKey } from './keys/publisher-key';
export { PublisherKeys } from './keys/publisher-keys';
export { PublicationHistory } from './publications/publication-history';
export type {
  PublicationEntry,
  PublicationRecord,
  PublicationResult,
  PublishedSubgraph,
  PublishedSupergraph,
} from './publications/publication-record';
export { mayRead, Registry, type RegistryOptions, type ToPublish } from './publications/registry';
export { RegistryRefusal, type RegistryRefusalCode } from './registry-refusal';
export { RegistryDatabase, type RunSql } from './store/registry-database';
export { REGISTRY_CHANNEL, REGISTRY_SQL } from './store/registry-sql';
