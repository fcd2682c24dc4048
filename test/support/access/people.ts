import { ROLE_NAMES, roleOf, scopesOf, type Role } from '@hub/access';

/** Somebody with a token. */
export interface Person {
  person: string;
  role: Role;
  organisation: string;
  partnership: string | null;
  scopes: readonly string[];
}

/** The local authorities of the directory, and the partnership of each. */
export const PARTNERSHIP_OF: ReadonlyMap<string, string> = new Map([
  ['E09000016', 'havering'],
  ['E09000026', 'redbridge'],
  ['E09000022', 'lambeth'],
  ['E09000013', 'tri-borough'],
  ['E09000020', 'tri-borough'],
  ['E09000033', 'tri-borough'],
]);

/** Of every role one for each place it can have, and a social worker whose token carries less than the role has. */
export const PEOPLE: readonly Person[] = [
  ...ROLE_NAMES.flatMap((role) =>
    placesOf(role).map(([organisation, partnership], index) => {
      return {
        person: `person:${role}-${index}`,
        role,
        organisation,
        partnership,
        scopes: scopesOf(role, partnership),
      };
    }),
  ),
  {
    ...{ person: 'person:trainee', role: 'duty-team', organisation: 'E09000022', partnership: 'lambeth' },
    scopes: ['procedures:read'],
  },
];

function placesOf(role: Role): [organisation: string, partnership: string | null][] {
  const { organisation, partnership } = roleOf(role);
  if (organisation === 'local-authority') return [...PARTNERSHIP_OF];
  const ids = [...new Set(PARTNERSHIP_OF.values())];
  if (partnership === 'required') return ids.map((id) => [`organisation-of-${id}`, id]);
  return [
    ['london-scp', null],
    ['nhs-london', partnership === 'none' ? null : 'lambeth'],
  ];
}
