import { Kind, parse } from 'graphql';
import type { PlannedFetch } from './plan-stages';
import { fragmentsOf } from './response-keys';
import { isLeftOut, type Fragments, type Selections } from './selected-fields';

/** Selections with the fragments that they spread. */
interface AskedSelections {
  selections: Selections;
  fragments: Fragments;
}

const read = new WeakMap<PlannedFetch, AskedSelections>();

/** What a fetch asks of its entities, or of the root. It is parsed once. */
export function fetchSelections(fetch: PlannedFetch): AskedSelections {
  let asked = read.get(fetch);
  if (!asked) read.set(fetch, (asked = readSelections(fetch)));
  return asked;
}

function readSelections(fetch: PlannedFetch): AskedSelections {
  const document = parse(fetch.operation, { noLocation: true });
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!;
  const [root] = operation.selectionSet.selections;
  const selections = fetch.requires && root?.kind === Kind.FIELD ? root.selectionSet! : operation.selectionSet;
  return { selections: selections.selections, fragments: fragmentsOf(document) };
}

/**
 * The keys that a fetch brings to its objects, of whatever type. The type is told of with others, and is not among them.
 *
 * @param conditions - values of the variables in `@skip` and `@include`. @default nothing is left out
 */
export function keysAsked(fetch: PlannedFetch, conditions?: ReadonlyMap<string, boolean>): string[] {
  const { selections, fragments } = fetchSelections(fetch);
  const keys = new Set<string>();
  const collect = (set: Selections): void => {
    for (const node of set) {
      if (conditions && isLeftOut(node, conditions)) continue;
      if (node.kind === Kind.FIELD) keys.add((node.alias ?? node.name).value);
      else
        collect((node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value)!).selectionSet.selections);
    }
  };
  collect(selections);
  keys.delete('__typename');
  return [...keys];
}
