/** What an answer shows of one partnership. */
export interface AnsweredThere {
  /** Pseudonyms. */
  children: Set<string>;
  /** Coordinates, as the partnership's own schema has them. */
  fields: Set<string>;
  /** Whether it refused. */
  isRefused: boolean;
}

/** What an answer shows of single children, as a client can see it. */
export interface AnsweredChildren {
  /** Pseudonyms. */
  children: Set<string>;
  partnerships: Map<string, AnsweredThere>;
  /** Values of children's data, which no record may hold. */
  values: Set<string>;
}

/** Not a child's: who looked, authorities, and the pseudonym, which records do hold. */
const OTHER = ['lastAccesses', 'origin', 'childPseudonym', 'authority', 'destinationCode'];

/**
 * Reads an answer through.
 *
 * @param pseudonyms - of the child of each movement
 */
export function answeredChildren(data: unknown, pseudonyms: ReadonlyMap<string, string>): AnsweredChildren {
  const found: AnsweredChildren = { children: new Set(), partnerships: new Map(), values: new Set() };
  const at = (partnership: string) => {
    const there = found.partnerships.get(partnership) ?? { children: new Set(), fields: new Set(), isRefused: false };
    found.partnerships.set(partnership, there);
    return there;
  };
  const read = (value: unknown, isChild: boolean): void => {
    if (Array.isArray(value)) return value.forEach((one) => read(one, isChild));
    if (typeof value === 'string' && isChild) found.values.add(value);
    if (typeof value !== 'object' || value === null) return;
    const { id, ...rest } = value as { id?: string } & Record<string, unknown>;
    const known = id ?? rest['movementId'];
    const [, partnership, movement] = /^(?:(.+?)\/)?(movement:[^/]+)/.exec(String(known)) ?? [];
    const child = pseudonyms.get(movement ?? '');
    // Of a child who arrived without a notice the hub has no pseudonym.
    if (child) found.children.add(child);
    if (movement) found.values.add(String(known));
    for (const { childPseudonym } of (rest['siblings'] ?? []) as { childPseudonym: string }[]) {
      found.children.add(childPseudonym);
    }
    if (partnership) {
      const there = at(partnership);
      // The reference is London's. A partnership that tells nothing under it was asked, and that is all.
      if (Object.values(rest).some((one) => one !== null)) {
        there.children.add(child!);
        addFields(there.fields, `${typePrefix(partnership)}ChildRecord`, rest);
      }
      if (rest['team']) addFields(there.fields, 'AllocatedTeam', rest['team']);
    } else if ('childRecordAccesses' in rest) {
      const there = at(id!);
      addFields(there.fields, `${typePrefix(id!)}Partnership`, rest);
      addAccesses(there, rest['childRecordAccesses'] as AccessPage | null);
    }
    for (const [key, inner] of Object.entries(rest)) {
      if (!OTHER.includes(key)) read(inner, isChild || movement !== undefined);
    }
  };
  read(data, false);
  return found;
}

type AccessPage = { edges: { node: Record<string, unknown> }[] };

function addAccesses(there: AnsweredThere, page: AccessPage | null): void {
  there.isRefused = page === null;
  if (page) there.fields.add('AccessRecordConnection.edges');
  for (const { node } of page?.edges ?? []) {
    there.fields.add('AccessRecordEdge.node');
    addFields(there.fields, 'AccessRecord', node);
  }
}

function addFields(fields: Set<string>, type: string, value: object): void {
  for (const key of Object.keys(value)) fields.add(`${type}.${key}`);
}

/** `tri-borough` → `TriBorough` */
function typePrefix(partnership: string): string {
  return partnership.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
