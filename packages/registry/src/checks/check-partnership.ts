import { GraphQLError, parse, type DocumentNode } from 'graphql';
import { finding, type Finding } from './finding';
import { PartnershipSchema, type CheckedAgainst } from './partnership-schema';
import { boundedLists } from './rules/bounded-lists';
import { claimedInterfaces } from './rules/claimed-interfaces';
import { definedDirectives } from './rules/defined-directives';
import { descriptions } from './rules/descriptions';
import { federationLinks } from './rules/federation-links';
import { knownToHub } from './rules/known-to-hub';
import { nesting } from './rules/nesting';
import { ownDirectives } from './rules/own-directives';
import { ownMembers } from './rules/own-members';
import { ownTypes } from './rules/own-types';
import { possibleInputs } from './rules/possible-inputs';
import { requiresArguments } from './rules/requires-arguments';
import { rootFields } from './rules/root-fields';
import { rootTypes } from './rules/root-types';
import type { Rule } from './rules/rule';
import { sharedTypes } from './rules/shared-types';
import { sdlSize, typeCount } from './rules/size';

const RULES: readonly Rule[] = [
  ...[typeCount, nesting, federationLinks, rootTypes, rootFields, ownTypes, ownMembers, knownToHub],
  ...[sharedTypes, claimedInterfaces, ownDirectives, definedDirectives],
  ...[requiresArguments, boundedLists, possibleInputs, descriptions],
];

/**
 * What is wrong with the schema of a partnership, in itself and against the contract. Whether it composes with the others,
 * and who may see each of its fields, is to be seen in the supergraph.
 *
 * @param name - the subgraph's.
 */
export function checkPartnership(name: string, sdl: string, against: CheckedAgainst): Finding[] {
  const tooLarge = sdlSize(name, sdl);
  if (tooLarge.length > 0) return tooLarge;
  const document = parsed(name, sdl);
  if (Array.isArray(document)) return document;
  const schema = new PartnershipSchema(name, document, against);
  return RULES.flatMap((rule) => rule(schema, against));
}

/** How many words and signs a schema may have: what is 1 MiB of brackets shall not be parsed to its end. */
const MAX_TOKENS = 500_000;

function parsed(name: string, sdl: string): DocumentNode | Finding[] {
  try {
    return parse(sdl, { maxTokens: MAX_TOKENS });
  } catch (error) {
    const line = error instanceof GraphQLError ? (error.locations?.[0]?.line ?? null) : null;
    const reason = (error as Error).message.replace(/\.$/, '');
    return [finding('INVALID_GRAPHQL', { coordinate: '', subgraphs: [name], line }, { reason })];
  }
}
