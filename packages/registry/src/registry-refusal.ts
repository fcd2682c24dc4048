/** Why the registry does not do what it is asked; what it says of a schema are findings. */
export type RegistryRefusalCode =
  | 'REGISTRY_KEY_REFUSED'
  | 'REGISTRY_NOT_YOURS'
  | 'REGISTRY_BUSY'
  | 'REGISTRY_UNAVAILABLE'
  | 'PUBLICATION_UNKNOWN'
  | 'PUBLICATION_OUTDATED'
  | 'PUBLICATION_NOT_GOOD'
  | 'ROUTING_URL_REFUSED';

/** A request that the registry refuses. */
export class RegistryRefusal extends Error {
  override readonly name = 'RegistryRefusal';

  /** @param values - those of the message's placeholders. */
  constructor(
    readonly code: RegistryRefusalCode,
    readonly values: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
