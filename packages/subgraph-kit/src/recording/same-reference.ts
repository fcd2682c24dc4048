import { Raw, type FindOperator } from 'typeorm';

/**
 * Finds a reference by the rule of `referenceKey`, which the database has as `reference_key`.
 *
 * @param name - of the parameter, which no other of the query has.
 */
export function sameReference(name: string, reference: string): FindOperator<string> {
  return Raw((column) => `reference_key(${column}) = reference_key(:${name})`, { [name]: reference });
}
