import type { QueryPlan } from '@apollo/query-planner';
import { getOperationAST, GraphQLError, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { readConditions } from '../access/conditions';
import { refusalError } from '../access/refusal';
import type { GatewayErrorCode } from '../errors';
import type { CompiledOperation } from '../execution/compile-operation';
import type { ClientOperation, PreparedOperation, SchemaAccess } from '../access/schema-access';
import { HitRate, type CacheFigures } from '../metrics/hit-rate';

/** How much is kept of operations as they may be run, in bytes, roughly. */
const KEPT = 64 * 2 ** 20;

/** What is kept of an operation before it is planned, in bytes, roughly: of each, and for each character of its document. */
const OF_EACH = 2000;
const OF_A_CHARACTER = 100;

/** How long an operation that could not be planned is refused without another attempt, in milliseconds. */
const REFUSED_MS = 60_000;

const NOT_PLANNED = 'OPERATION_NOT_PLANNED' satisfies GatewayErrorCode;

/** How an operation is run: by what was compiled of it, or by the stock executor, and then why. */
export type Executable = ({ compiled: CompiledOperation } | { plan: QueryPlan; reason: string }) & {
  /** Bytes, roughly. */
  size: number;
};

/** A client's operation for all who have the same rights, with the same conditions. */
export interface OperationVariant extends PreparedOperation {
  /** What is told of each refused place. */
  refusals: readonly GraphQLError[];
  operationName: string | undefined;
  /** By what it is kept. */
  key: string;
  /** What is kept of it, in bytes, roughly. */
  size: number;
  /** How it is run, once somebody has run it. */
  executable?: Promise<Executable> | undefined;
}

/**
 * What is decided once about an operation: access, plan and compiled code, by document, name, scopes, and values of the
 * variables in `@skip` and `@include`. Those that were used last are kept.
 */
export class OperationVariants {
  readonly #kept: LRUCache<string, OperationVariant>;
  readonly #hitRate = new HitRate();

  /** @param kept - bytes in all. */
  constructor(
    private readonly access: SchemaAccess,
    kept = KEPT,
  ) {
    this.#kept = new LRUCache({ maxSize: kept, sizeCalculation: ({ size }) => size });
  }

  /** @param caller - null without a token. */
  of(client: ClientOperation, caller: { scopes: ReadonlySet<string> } | null): OperationVariant {
    const { queryHash, source, document, operation, variables } = client;
    const conditions = readConditions(document, operation, variables);
    const scopes = caller && [...caller.scopes].sort();
    const operationName = operation.name?.value;
    const key = JSON.stringify([queryHash, operationName, scopes, [...conditions.values()]]);
    const known = this.#hitRate.noted(this.#kept.get(key));
    if (known) return known;
    const prepared = this.access.prepare({ document, operation, conditions }, caller);
    const refusals = prepared.access.refused.map(refusalError);
    const variant = { ...prepared, operationName, refusals, key, size: OF_EACH + OF_A_CHARACTER * source.length };
    this.#kept.set(key, variant);
    return variant;
  }

  get figures(): CacheFigures {
    const { size: entries, calculatedSize: bytes } = this.#kept;
    return { ...this.#hitRate.counts, entries, bytes };
  }

  /**
   * How a variant is run. Whoever asks for it while it is made waits for it, and does not make another.
   *
   * @param make - called where it is not known. Where it takes too much, it is not called again for a minute.
   */
  executable(variant: OperationVariant, make: () => Promise<Executable>): Promise<Executable> {
    variant.executable ??= this.#made(variant, make);
    return variant.executable;
  }

  async #made(variant: OperationVariant, make: () => Promise<Executable>): Promise<Executable> {
    try {
      const executable = await make();
      variant.size += executable.size;
      if (this.#kept.peek(variant.key) === variant) {
        // The same value is not measured again where it is.
        this.#kept.delete(variant.key);
        this.#kept.set(variant.key, variant);
      }
      return executable;
    } catch (error) {
      // What takes too much shall not have it again and again.
      const isDear = error instanceof GraphQLError && error.extensions['code'] === NOT_PLANNED;
      setTimeout(() => (variant.executable = undefined), isDear ? REFUSED_MS : 0).unref();
      throw error;
    }
  }
}

/** A variant's operation, as it may be planned. */
export function operationOf({ document, operationName }: OperationVariant): OperationDefinitionNode {
  return getOperationAST(document, operationName)!;
}

/** The values of a variant's `@skip` and `@include`, of those variables that have one. */
export function givenConditions({ conditions }: OperationVariant): ReadonlyMap<string, boolean> {
  return new Map([...conditions].filter((one): one is [string, boolean] => one[1] !== undefined));
}
