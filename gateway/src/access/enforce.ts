import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Conditions } from './conditions';
import type { FieldRequirements } from './field-requirements';
import { Markers } from './markers';
import type { OperationAccess } from './operation-access';
import { prunedDocument } from './pruned-document';
import { SelectionWalk } from './selection-walk';

/** An operation as one caller may run it. */
export interface EnforcedOperation {
  /** What may be planned. The client's own document if nothing in it is refused. */
  document: DocumentNode;
  /** Stands in the answer where fields were refused. */
  markers: Markers;
  /** Whether a refused field leaves no data at all: it may not be null, nor may anything around it. */
  isNull: boolean;
  access: OperationAccess;
}

/** What is enforced, on what, for whom. */
export interface EnforceOptions {
  /** The schema that clients see. */
  schema: GraphQLSchema;
  requirements: FieldRequirements;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  conditions: Conditions;
  /** Null without a token. */
  caller: { scopes: ReadonlySet<string> } | null;
}

/** Takes out of a valid operation what the caller may not see, before anything is planned. */
export function enforce({ schema, document, operation, ...rest }: EnforceOptions): EnforcedOperation {
  const markers = new Markers(document);
  const fragments = fragmentsOf(document);
  const walk = new SelectionWalk({ schema, fragments, markers, ...rest });
  const { selections, isNull, refusals, childLevel } = walk.walk(
    operation.selectionSet,
    schema.getRootType(operation.operation)!,
  );
  const access: OperationAccess = {
    refused: [...refusals.values()],
    childLevel: { granted: [...childLevel.granted].sort(), refused: [...childLevel.refused].sort() },
  };
  if (markers.isEmpty) return { document, markers, isNull, access };

  const rewritten = new Map(
    [...fragments.values()].map((node) => {
      return [node.name.value, { ...node, selectionSet: walk.fragmentSet(node.name.value) }] as const;
    }),
  );
  const selectionSet = { kind: Kind.SELECTION_SET, selections } as const;
  return { document: prunedDocument({ ...operation, selectionSet }, rewritten), markers, isNull, access };
}

function fragmentsOf({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> {
  return new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );
}
