import { Kind, type SelectionSetNode } from 'graphql';

/** The names of an operation's root fields, those in its fragments included. */
export function rootFields(
  set: SelectionSetNode,
  fragment: (name: string) => { selectionSet: SelectionSetNode } | null | undefined,
): Set<string> {
  const names = new Set<string>();
  const seen = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        names.add(node.name.value);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        collect(node.selectionSet);
      } else if (!seen.has(node.name.value)) {
        seen.add(node.name.value);
        const spread = fragment(node.name.value);
        if (spread) collect(spread.selectionSet);
      }
    }
  };
  collect(set);
  return names;
}
