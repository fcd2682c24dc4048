import fc from 'fast-check';
import { FIELDS } from './small-world';

/** Of each type, the type conditions that may stand in it. */
const INTO: Record<string, string[]> = {
  Query: ['Query'],
  Any: ['Any', 'Open', 'Mixed'],
  Open: ['Open', 'Any'],
  Mixed: ['Mixed', 'Any'],
  Hidden: ['Hidden'],
  Either: ['Open', 'Hidden', 'Any'],
  Child: ['Child'],
};
const FRAGMENTS = ['Any', 'Open', 'Query'];
const CONDITIONS = ['', '', '', '@include(if: $yes)', '@skip(if: $yes)', '@include(if: $no)', '@skip(if: true)'];

/** The content of a selection set, with spreads of the fragments that are there. */
const selections = (type: string, depth: number, fragments: readonly string[]): fc.Arbitrary<string> => {
  const field = fc
    .tuple(
      fc.constantFrom(...FIELDS[type]!, ['__typename', null] as [string, null]),
      fc.constantFrom(...CONDITIONS),
      fc.nat(3),
    )
    .chain(([[name, inner], condition, alias]) => {
      // An alias belongs to one field, so that what is merged can be merged.
      const key = alias === 0 ? `a_${name}: ` : '';
      if (inner === null) return fc.constant(`${key}${name} ${condition}`);
      if (depth === 0) return fc.constant('__typename');
      return selections(inner, depth - 1, fragments).map((set) => `${key}${name} ${condition} { ${set} }`);
    });
  const into = fc
    .tuple(fc.constantFrom(...INTO[type]!), fc.constantFrom(...CONDITIONS))
    .chain(([to, condition]) =>
      depth === 0
        ? fc.constant('__typename')
        : selections(to, depth - 1, fragments).map((set) => `... on ${to} ${condition} { ${set} }`),
    );
  const fitting = fragments.filter((name) => INTO[type]!.includes(name));
  const spread = fc.constantFrom(...fitting.map((name) => `...F${name}`), '__typename');
  return fc
    .array(fc.oneof({ arbitrary: field, weight: 5 }, { arbitrary: into, weight: 2 }, spread), {
      minLength: 1,
      maxLength: 3,
    })
    .map((all) => all.join(' '));
};

/** Random operations: fields, aliases, conditions, inline fragments, and fragments used again and again. */
export const operations = fc
  .tuple(
    selections('Query', 3, FRAGMENTS),
    // Each fragment spreads only those before it, so that there is no cycle.
    ...FRAGMENTS.map((type, index) => selections(type, 2, FRAGMENTS.slice(0, index))),
  )
  .map(([root, ...fragments]) => {
    const all = fragments.map((set, index) => `fragment F${FRAGMENTS[index]!} on ${FRAGMENTS[index]!} { ${set} }`);
    const used = `...FQuery ...U } fragment U on Query { open { ...FAny ...FOpen } open { id @include(if: $yes) @skip(if: $no) }`;
    return `query($yes: Boolean!, $no: Boolean = false) { ${root} ${used} } ${all.join(' ')}`;
  });
