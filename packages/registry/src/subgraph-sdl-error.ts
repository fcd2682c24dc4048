import { REGISTRY_ERRORS, registryMessage } from './errors';

/** A subgraph's schema could not be read. `message` names the subgraph and the reason. */
export class SubgraphSdlError extends Error {
  override readonly name = 'SubgraphSdlError';
  /** What to do about it. */
  readonly remedy: string;

  constructor(
    readonly code: 'SUBGRAPH_SDL_UNREACHABLE' | 'SUBGRAPH_SDL_INVALID',
    readonly subgraph: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(registryMessage(code, { subgraph, reason }), options);
    this.remedy = REGISTRY_ERRORS[code].remedy;
  }
}
