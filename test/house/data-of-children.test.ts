import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isChildLevelScope, ROLE_NAMES, scopesOf } from '@hub/access';
import { accessMatrix } from '@hub/registry';
import {
  buildSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputField,
} from 'graphql';
import { childRecordSchema } from '../../packages/partnership/src/records/child-record-record';
import { childMovementSchema } from '../../subgraphs/london-scp/src/movements/child-movement-record';
import { referenceSupergraph } from '../support/reference-schema';

const columnsOf = ({ options }: { options: { columns: object } }) => Object.keys(options.columns);

describe('of a child', () => {
  it('the London SCP holds this of each notice of movement, and no more', () => {
    expect(columnsOf(childMovementSchema)).toEqual([
      ...['id', 'childPseudonym', 'siblings', 'category', 'originCode', 'originName', 'destinationCode'],
      ...['destinationName', 'notifiedOn', 'movedOn', 'permanence', 'discovery', 'state', 'since', 'notifiedAt'],
      ...['acknowledgedAt', 'escalatedAt', 'closedAt', 'responsibleCode', 'placementDistance', 'placementApprovedBy'],
      ...['placementStartsOn', 'isSynthetic'],
    ]);
  });

  it('a partnership holds this of each side that it has of a movement, and no more', () => {
    expect(columnsOf(childRecordSchema)).toEqual([
      ...['movementId', 'side', 'authority', 'childPseudonym', 'originCode', 'destinationCode', 'status', 'team'],
      ...['movementState', 'notifiedAt', 'endedAt', 'arrivalId', 'arrivedOn', 'plan', 'planSince', 'categoryOfNeed'],
      ...['isAdopted', 'isShielded', 'openedOn', 'closedOn', 'isSynthetic'],
    ]);
  });

  it('the graph shows no number, birthday or address, and takes a number and a birthday with two mutations alone', () => {
    const api = buildSchema(readFileSync(join(__dirname, '../../docs/reference/schema/api.graphql'), 'utf8'));
    const names = Object.values(api.getTypeMap()).flatMap((type) => {
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
      return Object.values(type.getFields()).flatMap((field: GraphQLInputField | GraphQLField<unknown, unknown>) => {
        const taken = 'args' in field ? field.args : [];
        return [field, ...taken].map(({ name }) => `${type.name}.${name}`);
      });
    });
    expect(names.length).toBeGreaterThan(500);
    expect(names.filter((name) => /nhs|birth|address|postcode|surname|forename/i.test(name)).sort()).toEqual([
      ...['NotifyMovementInput.dateOfBirth', 'NotifyMovementInput.nhsNumber'],
      ...['RecordArrivalInput.dateOfBirth', 'RecordArrivalInput.nhsNumber'],
    ]);
  });

  it('these mutations alone reach a single child, and a partnership has four of its own', () => {
    const matrix = accessMatrix(referenceSupergraph().supergraphSdl);
    const atThatLevel = matrix.filter(
      ({ type, requirement }) => type === 'Mutation' && requirement.scopes.flat().some(isChildLevelScope),
    );
    const ofPartnerships = ['havering', 'lambeth', 'redbridge', 'triBorough'].flatMap((prefix) =>
      ['NotifyMovement', 'TakeMovementStep', 'UpdateChildRecord', 'RecordArrival'].map((name) => prefix + name),
    );
    expect(atThatLevel.map(({ field }) => field).sort()).toEqual(
      ['acknowledgeMovementDeliveries', 'closeBreakGlassAlert', 'recordMovementMessages', ...ofPartnerships].sort(),
    );
  });

  it('three roles may read movements, two of them records too, and four read who looked', () => {
    const rolesWith = (...scopes: string[]) =>
      ROLE_NAMES.filter((role) => scopesOf(role, 'lambeth').some((scope) => scopes.includes(scope)));
    expect(rolesWith('movements:read')).toEqual(['duty-team', 'conference-chair', 'partnership-system']);
    expect(rolesWith('child-records:read')).toEqual(['duty-team', 'conference-chair']);
    expect(rolesWith('audit:read', 'audit:own')).toEqual([
      ...['partnership-system', 'privacy-officer', 'partnership-privacy-officer', 'auditor'],
    ]);
    expect(rolesWith('alerts:close')).toEqual(['privacy-officer']);
  });

  it('looking at who looked is of that level too', () => {
    expect(['audit:read', 'audit:own', 'alerts:close'].every(isChildLevelScope)).toBe(true);
  });
});
