import { createHash } from 'node:crypto';
import { accessRules, type Caller, type Scope } from '@hub/access';
import {
  getOperationAST,
  Kind,
  parse,
  print,
  printSchema,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { readConditions } from './conditions';
import { enforce, type EnforcedOperation } from './enforce';
import { FieldRequirements } from './field-requirements';
import { rootFields } from './root-fields';
import { visibleSchema } from './visible-schema';

/** How much is kept of operations as they were enforced, in characters of their documents. */
const KEPT = 500_000;

/** How many views of the schema are kept: of callers whose scopes differ. */
const KEPT_VIEWS = 8;

/** The scope of those who see the whole schema. */
export const READS_SCHEMA = 'schema:read' satisfies Scope;

/** A client's operation, valid. */
export interface ClientOperation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** Of the document. */
  queryHash: string;
  variables: Readonly<Record<string, unknown>> | undefined;
}

/** An operation as the planner may get it. */
export interface PreparedOperation extends EnforcedOperation {
  /** Of the enforced document, because the planner keeps its plans by it. */
  queryHash: string;
  /** Characters of the client's document. */
  size: number;
  /** Who answers: the subgraphs, the schema by itself, or nobody, since only nulls are left. */
  answeredBy: 'subgraphs' | 'schema' | 'nobody';
}

/** One supergraph's directives, ready to be enforced on operations. */
export class SchemaAccess {
  readonly #definitions: DocumentNode;
  readonly #views = new LRUCache<string, GraphQLSchema>({ max: KEPT_VIEWS });
  readonly #requirements: FieldRequirements;
  readonly #prepared = new LRUCache<string, PreparedOperation>({ maxSize: KEPT, sizeCalculation: ({ size }) => size });

  constructor(
    readonly schema: GraphQLSchema,
    supergraphSdl: string,
  ) {
    this.#requirements = new FieldRequirements(schema, accessRules(parse(supergraphSdl, { noLocation: true })));
    this.#definitions = parse(printSchema(schema), { noLocation: true });
  }

  /** By which views of the schema differ. */
  viewOf(caller: Caller | null): string {
    return caller?.scopes.has(READS_SCHEMA) ? READS_SCHEMA : JSON.stringify(caller && [...caller.scopes].sort());
  }

  /** The part of the schema that a caller may know: all of it by a scope, else what the caller's scopes open. */
  visibleTo(caller: Caller | null): GraphQLSchema {
    const key = this.viewOf(caller);
    if (key === READS_SCHEMA) return this.schema;
    let view = this.#views.get(key);
    if (!view) {
      view = visibleSchema(this.schema, this.#definitions, this.#requirements, caller);
      this.#views.set(key, view);
    }
    return view;
  }

  /** Enforces the directives, or finds what came of it when the same was asked with the same rights. */
  prepare({ document, operation, queryHash, variables }: ClientOperation, caller: Caller | null): PreparedOperation {
    const conditions = readConditions(document, operation, variables);
    const scopes = caller && [...caller.scopes].sort();
    const key = JSON.stringify([queryHash, operation.name?.value, scopes, [...conditions.values()]]);
    let prepared = this.#prepared.get(key);
    if (!prepared) {
      const { schema } = this;
      const requirements = this.#requirements;
      const enforced = enforce({ schema, requirements, document, operation, conditions, caller });
      const isOwn = enforced.document === document;
      prepared = {
        ...enforced,
        // What is kept beside the document is not nothing.
        size: 500 + (document.loc?.end ?? 0),
        queryHash: isOwn ? queryHash : hashOf(print(enforced.document)),
        answeredBy: answeredBy(enforced.document, operation.name?.value),
      };
      this.#prepared.set(key, prepared);
    }
    return prepared;
  }
}

function answeredBy(document: DocumentNode, operationName: string | undefined): PreparedOperation['answeredBy'] {
  const operation = getOperationAST(document, operationName)!;
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const names = rootFields(operation.selectionSet, (name) => fragments.find((node) => node.name.value === name));
  if ([...names].some((name) => !name.startsWith('__'))) return 'subgraphs';
  return names.has('__schema') || names.has('__type') ? 'schema' : 'nobody';
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
