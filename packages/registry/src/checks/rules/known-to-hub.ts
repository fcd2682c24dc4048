import { finding } from '../finding';
import type { Rule } from './rule';

/** What the hub has no row for, nobody can reach. */
export const knownToHub: Rule = (schema) => {
  const family = schema.own.filter(({ name }) => schema.familyOf(name) !== undefined);
  const at = { subgraphs: [schema.name] };
  const partnership = family.find(({ name }) => schema.familyOf(name) === 'Partnership');
  if (!partnership)
    return [finding('PARTNERSHIP_TYPE_MISSING', { ...at, coordinate: schema.inOwnWords('ExamplePartnership') })];
  return family
    .filter(({ name }) => !schema.isKnownToHub(name))
    .map(({ name, line }) => finding('NOT_IN_DIRECTORY', { ...at, coordinate: name, line }));
};
