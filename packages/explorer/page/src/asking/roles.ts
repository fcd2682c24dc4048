/** A role that the explorer of a development hub may take, as the gateway offers it at `/explorer/roles.json`. */
export interface ExplorerRole {
  name: string;
  description: string;
  /** Whether its token names a partnership. */
  partnership: 'none' | 'optional' | 'required';
  /** `local-authority`: the token names the GSS code of one. */
  organisation: 'any' | 'local-authority';
  /** What it may ask the data of single children for. */
  purposes: readonly string[];
}

/** What there is to choose from. Where no roles are offered one pastes a token. */
export interface ExplorerRoles {
  roles: readonly ExplorerRole[];
  /** Ids of the partnerships. */
  partnerships: readonly string[];
}

/** Fetches the roles; an explorer without them still answers what is public. */
export async function fetchRoles(): Promise<ExplorerRoles> {
  try {
    const response = await fetch('/explorer/roles.json');
    if (response.ok) return (await response.json()) as ExplorerRoles;
  } catch {
    // As if there were none.
  }
  return { roles: [], partnerships: [] };
}
