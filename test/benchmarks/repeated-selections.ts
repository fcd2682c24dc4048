export const SCHEMA = '__schema { types { name fields { name args { name } } } }';
export const NEIGHBOURS = 'localAuthorities { name neighbours { name neighbours { name } } }';
export const BODIES =
  'partnerships { name bodies { name seats { id sector } } termsOfReference { clauses { id summary } } }';
export const TIMELINESS = `londonScp { movementTimeliness(from: "2022-01-01", to: "2026-12-31", first: 100) { edges { node { clock year state value destination { name } } } } }`;
export const REFUSED = 'movements(first: 1) { edges { node { id childPseudonym } } }';
/** The selections that attacks repeat. */
export const REPEATED: readonly string[] = [SCHEMA, NEIGHBOURS, BODIES, TIMELINESS, REFUSED];
