import { accessRules, both, isMet, SCOPES, type AccessRules, type Requirement } from '@hub/access';
import { Kind, parse, type FieldDefinitionNode } from 'graphql';
import { finding, type Finding } from './finding';
import { namedTypeOf, readSupergraph, type SupergraphType } from '../supergraph-types';

type AccessCode = 'FIELD_WITHOUT_DECISION' | 'GUARDED_FIELD_NOT_NULLABLE' | 'SCOPE_UNKNOWN';

/**
 * What it takes to select a field: what its type asks, what it asks itself, and what the type it returns asks.
 */
export function requirementOf(rules: AccessRules, type: string, field: FieldDefinitionNode): Requirement {
  return both(both(rules.ofType(type), rules.ofField(type, field.name.value)), rules.ofType(namedTypeOf(field)));
}

/**
 * Checks who may see what in a supergraph: every field of an object is decided on itself or on its type, what goes
 * beyond its parent may be null, so that it can be left out of an answer, and every scope is one that a role can have.
 * What is `@inaccessible` to clients needs no decision: subgraphs serve it to the hub alone.
 *
 * @param supergraphSdl - or the SDL of a partnership's own API.
 * @param owners - subgraphs whose scopes it may require. @default those of the supergraph
 */
export function checkAccess(supergraphSdl: string, owners?: readonly string[]): Finding[] {
  const document = parse(supergraphSdl, { noLocation: true });
  const rules = accessRules(document);
  const { subgraphs, types } = readSupergraph(document);
  const findings: Finding[] = [];
  const find = (code: AccessCode, coordinate: string, subgraphs: string[], scope = '') =>
    findings.push(finding(code, { coordinate, subgraphs }, { scope }));
  const isKnown = (scope: string) =>
    Object.hasOwn(SCOPES, scope) || (owners ?? subgraphs).some((name) => scope === `${name}:write`);
  const findUnknown = ({ scopes }: Requirement, coordinate: string, at: string[]) => {
    const unknown = new Set(scopes.flat().filter((scope) => !isKnown(scope)));
    for (const scope of unknown) find('SCOPE_UNKNOWN', coordinate, at, scope);
  };

  for (const type of types) {
    const ofType = rules.ofType(type.name);
    findUnknown(ofType, type.name, type.subgraphs);
    for (const field of type.fields) {
      const coordinate = `${type.name}.${field.name.value}`;
      const ofField = rules.ofField(type.name, field.name.value);
      const at = type.subgraphsOf(field);
      findUnknown(ofField, coordinate, at);
      if (needsDecision(type) && !ofType.isDecided && !ofField.isDecided) {
        find('FIELD_WITHOUT_DECISION', coordinate, at);
      }
      const isNonNull = field.type.kind === Kind.NON_NULL_TYPE;
      if (isNonNull && !whoeverMeets(ofType, requirementOf(rules, type.name, field))) {
        find('GUARDED_FIELD_NOT_NULLABLE', coordinate, at);
      }
    }
  }
  return findings;
}

/** An interface's fields are decided by the objects that implement it. */
const needsDecision = ({ kind }: SupergraphType) => kind === Kind.OBJECT_TYPE_DEFINITION;

/** Whether whoever meets one requirement meets the other too: those with the least that meets it do. */
function whoeverMeets({ authenticated, scopes }: Requirement, other: Requirement): boolean {
  if (scopes.length > 0) return scopes.every((together) => isMet(other, { scopes: new Set(together) }));
  return isMet(other, authenticated ? { scopes: new Set() } : null);
}
