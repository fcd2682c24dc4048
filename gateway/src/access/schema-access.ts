import { accessRules } from '@hub/access';
import {
  getOperationAST,
  Kind,
  parse,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Conditions } from './conditions';
import { enforce, type EnforcedOperation } from './enforce';
import { FieldRequirements } from './field-requirements';
import { publicSchema } from './public-schema';
import { rootFields } from './root-fields';

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
  /** What a caller without a token may use of the schema. */
  readonly publicSchema: GraphQLSchema;
  readonly #requirements: FieldRequirements;

  constructor(
    readonly schema: GraphQLSchema,
    supergraphSdl: string,
  ) {
    this.#requirements = new FieldRequirements(schema, accessRules(parse(supergraphSdl, { noLocation: true })));
    this.publicSchema = publicSchema(schema, this.#requirements);
  }

  /** Enforces the directives. */
  prepare(client: ConditionedOperation, caller: { scopes: ReadonlySet<string> } | null): PreparedOperation {
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
