import { Kind, type SelectionNode } from 'graphql';
import { GeneratedCode, inRuns, literal, read } from './generated-code';
import type { InPieces } from './in-turns';
import type { Data } from './objects-at';
import type { Fragments, Selections } from './selected-fields';

/** Puts what a subgraph answered for an object into it. The answer itself stays as it is, for others that take it too. */
export type Take = (target: Data, answered: unknown) => Data;

/**
 * Makes the function that takes what one operation of the planner asked for, and nothing else: a key that was not asked
 * for cannot stand in the place of another subgraph's.
 */
export function* compileTake(fragments: Fragments, set: Selections): InPieces<Take> {
  const code = new GeneratedCode();
  return code.build<Take>(yield* takeObject(code, keysOf(fragments, [set])));
}

interface Keys extends Map<string, Selections[]> {}

/** Adds `(target, answered) => value` for what stands under one key: an object, or a list of them. */
function* takeObject(code: GeneratedCode, keys: { fragments: Fragments; all: Keys }): InPieces<string> {
  const fields: string[] = [];
  for (const [key, sets] of keys.all) {
    const value = `{const x=${read('s', key)};if(x!==undefined)o[${literal(key)}]=`;
    if (sets.length === 0) fields.push(`${value}x;}`);
    else {
      const inner = yield* takeObject(code, keysOf(keys.fragments, sets));
      fields.push(`${value}${inner}(${read('o', key)},x);}`);
    }
    yield;
  }
  const runs = inRuns(fields);
  let body = runs.length === 1 ? runs[0]! : '';
  for (const run of runs.length === 1 ? [] : runs) {
    body += `${code.add('o,s', run)}(o,s);`;
    yield;
  }
  return code.add(
    't,s',
    // Null says less than an object that another subgraph gave; what is neither object nor list is the writer's to refuse.
    `if(s===null||typeof s!=='object')return s===null&&t!==undefined?t:s;
     if(Array.isArray(s)){
       const n=s.length,has=Array.isArray(t)&&t.length===n,a=new Array(n);
       for(let i=0;i<n;i++)a[i]=self(has?t[i]:undefined,s[i]);
       return a;
     }
     const o=t!==null&&typeof t==='object'&&!Array.isArray(t)?t:{};
     ${body}
     return o;`,
  );
}

/** Every response key of selections, of whatever types; with the selections under it, none for a leaf. */
function keysOf(fragments: Fragments, sets: readonly Selections[]): { fragments: Fragments; all: Keys } {
  const all: Keys = new Map();
  const collect = (node: SelectionNode): void => {
    if (node.kind !== Kind.FIELD) {
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value)!;
      fragment.selectionSet.selections.forEach(collect);
      return;
    }
    const key = (node.alias ?? node.name).value;
    const inner = all.get(key) ?? [];
    all.set(key, inner);
    if (node.selectionSet) inner.push(node.selectionSet.selections);
  };
  for (const set of sets) set.forEach(collect);
  return { fragments, all };
}
