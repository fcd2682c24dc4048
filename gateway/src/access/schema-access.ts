import { accessRules, type Scope } from '@hub/access';
import {
  getOperationAST,
  Kind,
  parse,
  printSchema,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Conditions } from './conditions';
import { enforce, type EnforcedOperation } from './enforce';
import { FieldRequirements } from './field-requirements';
import { rootFields } from './root-fields';
import { visibleSchema } from './visible-schema';

/** How many views of the schema are kept: of callers whose scopes differ. */
const KEPT_VIEWS = 8;

/** The scope of those who see the whole schema. */
export const READS_SCHEMA = 'schema:read' satisfies Scope;

/** By what rights differ; null without a token. */
type Rights = { scopes: ReadonlySet<string> } | null;

/** A client's operation, valid. */
export interface ClientOperation {
  /** The document, as it was sent. */
  source: string;
  /** SHA-256 of it. */
  queryHash: string;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>> | undefined;
}

/** An operation, with what its `@skip` and `@include` come to. */
export interface ConditionedOperation extends Pick<ClientOperation, 'document' | 'operation'> {
  conditions: Conditions;
}

/** An operation as the planner may get it. */
export interface PreparedOperation extends EnforcedOperation {
  conditions: Conditions;
  /** Who answers: the subgraphs, the schema by itself, or nobody, since only nulls are left. */
  answeredBy: 'subgraphs' | 'schema' | 'nobody';
}

/** One supergraph's directives, ready to be enforced on operations. */
export class SchemaAccess {
  readonly #definitions: DocumentNode;
  readonly #views = new LRUCache<string, GraphQLSchema>({ max: KEPT_VIEWS });
  readonly #requirements: FieldRequirements;

  constructor(
    readonly schema: GraphQLSchema,
    supergraphSdl: string,
  ) {
    this.#requirements = new FieldRequirements(schema, accessRules(parse(supergraphSdl, { noLocation: true })));
    this.#definitions = parse(printSchema(schema), { noLocation: true });
  }

  /** By which views of the schema differ. */
  viewOf(caller: Rights): string {
    return caller?.scopes.has(READS_SCHEMA) ? READS_SCHEMA : JSON.stringify(caller && [...caller.scopes].sort());
  }

  /** The part of the schema that a caller may know: all of it by a scope, else what the caller's scopes open. */
  visibleTo(caller: Rights): GraphQLSchema {
    const key = this.viewOf(caller);
    if (key === READS_SCHEMA) return this.schema;
    let view = this.#views.get(key);
    if (!view) {
      view = visibleSchema(this.schema, this.#definitions, this.#requirements, caller);
      this.#views.set(key, view);
    }
    return view;
  }

  /** Enforces the directives. */
  prepare(client: ConditionedOperation, caller: Rights): PreparedOperation {
    const { document, operation, conditions } = client;
    const { schema } = this;
    const enforced = enforce({ schema, requirements: this.#requirements, document, operation, conditions, caller });
    return { ...enforced, conditions, answeredBy: answeredBy(enforced.document, operation.name?.value) };
  }
}

function answeredBy(document: DocumentNode, operationName: string | undefined): PreparedOperation['answeredBy'] {
  const operation = getOperationAST(document, operationName)!;
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const names = rootFields(operation.selectionSet, (name) => fragments.find((node) => node.name.value === name));
  if ([...names].some((name) => !name.startsWith('__'))) return 'subgraphs';
  return names.has('__schema') || names.has('__type') ? 'schema' : 'nobody';
}
