import type { DocumentNode } from 'graphql';
import { PARTNERSHIP_FAMILIES, prefixOf } from './type-names';
import { schemaTypes, type SchemaType } from './schema-types';
import type { Contract } from './contract/contract';

/** What the schema of a partnership is checked against. */
export interface CheckedAgainst {
  contract: Contract;
  /** The types of the hub's own subgraph. */
  hub: ReadonlyMap<string, SchemaType>;
}

/** The schema of one partnership, and whose each of its types is. */
export class PartnershipSchema {
  readonly types: ReadonlyMap<string, SchemaType>;
  readonly #prefix: string;
  /** How the types of the others begin whose names go on from this one's: `CityAndHackney` from `City`. */
  readonly #longer: string[];

  /**
   * @param name - the subgraph's.
   * @param document - with locations, where findings shall have lines.
   */
  constructor(
    readonly name: string,
    readonly document: DocumentNode,
    private readonly against: CheckedAgainst,
  ) {
    this.types = schemaTypes(document);
    this.#prefix = prefixOf(name);
    this.#longer = [...against.hub.keys()]
      .filter((type) => type.endsWith('Partnership'))
      .map((type) => type.slice(0, -'Partnership'.length))
      .filter((prefix) => prefix !== this.#prefix && prefix.startsWith(this.#prefix));
  }

  /** Its own types; neither the contract's nor another's. */
  get own(): SchemaType[] {
    return [...this.types.values()].filter(({ name }) => this.isOwn(name));
  }

  /** Those that it has in common with the others. */
  get shared(): SchemaType[] {
    return [...this.types.values()].filter(({ name }) => this.against.contract.types.has(name));
  }

  isOwn(type: string): boolean {
    if (!type.startsWith(this.#prefix) || this.against.contract.types.has(type)) return false;
    if (this.#longer.some((prefix) => type.startsWith(prefix))) return false;
    return this.familyOf(type) !== undefined || !this.against.hub.has(type);
  }

  /** The family of which a type of its own is: `Partnership` for `NewhamPartnership`. */
  familyOf(type: string): string | undefined {
    return PARTNERSHIP_FAMILIES.find((family) => type === `${this.#prefix}${family}`);
  }

  /** Whether the hub refers to a type. */
  isKnownToHub(type: string): boolean {
    return this.against.hub.has(type);
  }

  /** What the contract says of a type of its own that is of a family. */
  expectedOf(type: string): SchemaType | undefined {
    const family = this.familyOf(type);
    return family === undefined ? undefined : this.against.contract.ofFamily(family);
  }

  /** Words of the contract with this partnership's name in the place of the example's. */
  inOwnWords(text: string): string {
    return text.replace(/\bExample(?=[A-Z])/g, this.#prefix);
  }
}
