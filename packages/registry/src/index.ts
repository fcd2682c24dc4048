export { CompositionFailed, type CompositionIssue } from './composition-failed';
export { composeSupergraph, type ComposeOptions, type Supergraph } from './compose-supergraph';
export { REGISTRY_ERRORS, registryMessage, type RegistryErrorCode } from './errors';
export { fetchSubgraphSdl, type FetchSubgraphSdlOptions } from './fetch-subgraph-sdl';
export { checkSingleHome, PARTNERSHIP_FAMILIES, type OwnershipFinding } from './single-home-rule';
export type { SubgraphDefinition } from './subgraph-definition';
export { SubgraphSdlError } from './subgraph-sdl-error';
