import { Contract, HUB_SUBGRAPH, prefixOf, readContract } from '@hub/registry';
import { HubError } from '../errors';
import { localAuthorities, type LocalAuthority } from '../london/local-authorities';

/** The partnership for which a subgraph is written. */
export interface NewPartnership {
  /** As `newham`. */
  id: string;
  /** How its types begin, as `Newham`. */
  prefix: string;
  /** In full. It has no quotation mark and no backslash, so that it can stand in a text of any language. */
  name: string;
  /** GSS codes, each once. */
  authorities: string[];
  /** With which ids of its clauses begin: those of the first authority. */
  letters: string;
}

/** Each part of an id begins a word of the type names. */
const ID = /^(?=.{1,63}$)[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/;
const NAME = /^(?=.{1,200}$)[\p{L}\d&][\p{L}\p{M}\d &,.:()'’–-]*$/u;

/**
 * What `hub init` was told, as a partnership.
 *
 * @param authorities - GSS codes by comma.
 * @throws HubError naming what is wrong, and the remedy.
 */
export function newPartnership(workspace: string, id: string, name: string, authorities: string): NewPartnership {
  if (!ID.test(id) || id === HUB_SUBGRAPH) throw new HubError('INIT_ID_INVALID', { id });
  const prefix = prefixOf(id);
  const typeName = `${prefix}Partnership`;
  const contract = new Contract(readContract());
  if (contract.types.has(typeName) || prefix === 'Example') throw new HubError('INIT_ID_TAKEN', { id, typeName });
  if (!NAME.test(name)) throw new HubError('INIT_NAME_INVALID', { name });
  const covered = authoritiesOf(workspace, authorities);
  return { id, prefix, name, authorities: covered.map(({ code }) => code), letters: covered[0]!.letters };
}

/** At least one. */
function authoritiesOf(workspace: string, text: string): LocalAuthority[] {
  const known = localAuthorities(workspace);
  return [...new Set(text.split(','))].map((given) => {
    const found = known.find(({ code }) => code === given.trim());
    if (!found) throw new HubError('INIT_AUTHORITY_UNKNOWN', { code: given.trim() });
    return found;
  });
}
