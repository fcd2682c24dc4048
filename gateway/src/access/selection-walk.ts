import { isMet } from '@hub/access';
import {
  getNamedType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { isHidden, type Conditions } from './conditions';
import type { FieldRequirements } from './field-requirements';
import type { Markers } from './markers';
import { addWalked, allowedField, listsIn, nothingWalked, nulledField, refusedField, type Walked } from './walked';

/** What a walk is about. */
export interface WalkOptions {
  schema: GraphQLSchema;
  requirements: FieldRequirements;
  caller: { scopes: ReadonlySet<string> } | null;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  conditions: Conditions;
  markers: Markers;
}

/**
 * Walks selections with their types. Each fragment is walked once, wherever it is spread, so the work grows with the
 * document and not with what it expands to.
 */
export class SelectionWalk {
  readonly #fragments = new Map<string, Walked>();

  constructor(private readonly options: WalkOptions) {}

  /** What a caller may see of a selection set. */
  walk(set: SelectionSetNode, parent: GraphQLCompositeType): Walked {
    const all = nothingWalked();
    for (const node of set.selections) {
      const one = this.#selection(node, parent);
      all.selections.push(...one.selections);
      // What is hidden is rewritten too, since the plan does not know it is hidden; but nobody asked for it.
      if (!isHidden(node, this.options.conditions)) addWalked(all, one);
    }
    return all;
  }

  /** A fragment as it may be planned. */
  fragmentSet(name: string): SelectionSetNode {
    return setOf(this.#fragment(name).selections);
  }

  #fragment(name: string): Walked {
    let walked = this.#fragments.get(name);
    if (!walked) {
      const { selectionSet, typeCondition } = this.options.fragments.get(name)!;
      walked = this.walk(selectionSet, this.#type(typeCondition.name.value));
      this.#fragments.set(name, walked);
    }
    return walked;
  }

  #selection(node: SelectionNode, parent: GraphQLCompositeType): Walked {
    if (node.kind === Kind.FIELD) return this.#field(node, parent);
    if (node.kind === Kind.FRAGMENT_SPREAD) return { ...this.#fragment(node.name.value), selections: [node] };
    const type = node.typeCondition ? this.#type(node.typeCondition.name.value) : parent;
    const inner = this.walk(node.selectionSet, type);
    return { ...inner, selections: [{ ...node, selectionSet: setOf(inner.selections) }] };
  }

  #field(node: FieldNode, parent: GraphQLCompositeType): Walked {
    const field = node.name.value;
    // What `__schema` and `__type` may tell is another schema's matter, and a position that is entered hides no type.
    if (field.startsWith('__') || !('getFields' in parent)) return { ...nothingWalked(), selections: [node] };

    const key = (node.alias ?? node.name).value;
    const coordinate = `${parent.name}.${field}`;
    const { type } = parent.getFields()[field]!;
    const { requirements, caller, markers } = this.options;
    const asked = requirements.of(parent, field);
    const needs = asked.filter((one) => !isMet(one, caller));
    if (needs.length > 0) {
      return refusedField(markers.mark(node), { path: [key], coordinate, needs }, asked, type);
    }

    const found = allowedField(node, coordinate, asked);
    if (!node.selectionSet) return found;
    const inner = this.walk(node.selectionSet, getNamedType(type) as GraphQLCompositeType);
    const path = [key, ...listsIn(type)];
    if (inner.isNull) return nulledField(markers.mark(node), path, inner, type);
    addWalked(found, inner, path);
    found.selections = [{ ...node, selectionSet: setOf(inner.selections) }];
    return found;
  }

  #type(name: string): GraphQLCompositeType {
    return this.options.schema.getType(name) as GraphQLCompositeType;
  }
}

const setOf = (selections: SelectionNode[]): SelectionSetNode => ({ kind: Kind.SELECTION_SET, selections });
