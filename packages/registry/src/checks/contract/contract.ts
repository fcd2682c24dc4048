import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
import { schemaTypes, type SchemaType } from '../schema-types';

/** Where the contract of this version of the hub stands, as SDL: `hub schema` writes it. */
export const CONTRACT_FILE = join(__dirname, '../../../contract.graphql');

/** The partnership of which the contract has the own types, in the place of whoever implements it. */
export const EXAMPLE = 'Example';

/** What partnerships publish in common: value types, interfaces, and the types of one, called `Example…`. */
export class Contract {
  /** Those that all have as they stand here. */
  readonly types: ReadonlyMap<string, SchemaType>;
  readonly #example: ReadonlyMap<string, SchemaType>;

  /** @param sdl - as `contractOf` gives it. */
  constructor(sdl: string) {
    const all = [...schemaTypes(parse(sdl, { noLocation: true }))];
    this.types = new Map(all.filter(([name]) => !isExample(name)));
    this.#example = new Map(all.filter(([name]) => isExample(name)));
  }

  /** The type of a family as a partnership with every capability has it. */
  ofFamily(family: string): SchemaType | undefined {
    return this.#example.get(`${EXAMPLE}${family}`);
  }
}

const isExample = (name: string) => name.startsWith(EXAMPLE);

/** @param file - a contract as SDL. */
export const readContract = (file = CONTRACT_FILE): string => readFileSync(file, 'utf8');
