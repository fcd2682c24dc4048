import { isChildLevel, type Requirement } from '@hub/access';
import { isListType, isNonNullType, type GraphQLOutputType, type SelectionNode } from 'graphql';
import type { Refusal } from './refusal';

/** How many refused places are told of. A fragment may be spread in more than anyone would read. */
const REPORTED = 100;

/** Selections without what may not be seen, and what was found among them. */
export interface Walked {
  selections: SelectionNode[];
  /** A null stands where none is allowed, so the object around it must be null too. */
  isNull: boolean;
  /** By path, as text. */
  refusals: Map<string, Refusal>;
  childLevel: { granted: Set<string>; refused: Set<string> };
}

/** Nothing found yet. */
export const nothingWalked = (): Walked => ({
  selections: [],
  isNull: false,
  refusals: new Map(),
  childLevel: { granted: new Set(), refused: new Set() },
});

/** A field that the caller may see, before its selections are looked into. */
export function allowedField(node: SelectionNode, coordinate: string, asked: readonly Requirement[]): Walked {
  const walked = { ...nothingWalked(), selections: [node] };
  if (asked.some(isChildLevel)) walked.childLevel.granted.add(coordinate);
  return walked;
}

/** A field that the caller may not see. */
export function refusedField(
  marker: SelectionNode,
  refusal: Refusal,
  asked: readonly Requirement[],
  type: GraphQLOutputType,
): Walked {
  const walked = { ...nothingWalked(), selections: [marker], isNull: isNonNullType(type) };
  walked.refusals.set(refusal.path.join('.'), refusal);
  if (asked.some(isChildLevel)) walked.childLevel.refused.add(refusal.coordinate);
  return walked;
}

/** A field that is null because of a null among its selections. Nothing of it is fetched. */
export function nulledField(
  marker: SelectionNode,
  path: readonly string[],
  inner: Walked,
  type: GraphQLOutputType,
): Walked {
  const walked = { ...nothingWalked(), selections: [marker], isNull: isNonNullType(type) };
  addWalked(walked, { ...inner, childLevel: { ...inner.childLevel, granted: new Set() }, isNull: false }, path);
  return walked;
}

/** Adds what was found, except the selections themselves, to what surrounds it. */
export function addWalked(all: Walked, one: Walked, path: readonly string[] = []): void {
  all.isNull ||= one.isNull;
  for (const coordinate of one.childLevel.granted) all.childLevel.granted.add(coordinate);
  for (const coordinate of one.childLevel.refused) all.childLevel.refused.add(coordinate);
  for (const refusal of one.refusals.values()) {
    if (all.refusals.size >= REPORTED) break;
    const whole = [...path, ...refusal.path];
    const key = whole.join('.');
    if (!all.refusals.has(key)) all.refusals.set(key, { ...refusal, path: whole });
  }
}

/** The `@` of a path for each list of a type. */
export function listsIn(type: GraphQLOutputType): string[] {
  if (isNonNullType(type)) return listsIn(type.ofType);
  return isListType(type) ? ['@', ...listsIn(type.ofType)] : [];
}
