/**
 * Global id of an agency, as `havering:agency:nel-ccg`. Within its partnership an agency has an id of its own, as
 * `nel-ccg`, which another partnership may give to another agency.
 *
 * @param id - either of the two.
 */
export function agencyIdOf(partnershipId: string, id: string): string {
  return `${partnershipId}:agency:${agencyIdWithin(partnershipId, id)}`;
}

/**
 * Id of an agency within its partnership, as `nel-ccg`. The id of another partnership's agency stays whole, and is none.
 *
 * @param id - that, or the global one.
 */
export function agencyIdWithin(partnershipId: string, id: string): string {
  const owner = `${partnershipId}:agency:`;
  return id.startsWith(owner) ? id.slice(owner.length) : id;
}
