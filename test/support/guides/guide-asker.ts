import type { Purpose, Role } from '@hub/access';

const AUTHORITIES: Record<string, { partnership: string; organisation: string }> = {
  Lambeth: { partnership: 'lambeth', organisation: 'E09000022' },
  Redbridge: { partnership: 'redbridge', organisation: 'E09000026' },
  Havering: { partnership: 'havering', organisation: 'E09000016' },
  'Hammersmith & Fulham': { partnership: 'tri-borough', organisation: 'E09000013' },
  London: { partnership: 'london-scp', organisation: 'london-councils' },
};
const ROLES: Record<string, Role> = {
  'duty team': 'duty-team',
  'conference chair': 'conference-chair',
  system: 'partnership-system',
  'business manager': 'business-manager',
  'co-ordinator': 'london-coordinator',
};
const ASKER = new RegExp(
  `^(.+)'s (${Object.keys(ROLES).join('|')}), at (its own service|the hub)(?:, under \`(\\w+)\`)?$`,
);

/** Who asks an example, as a guide says it. */
export interface GuideAsker {
  role: Role;
  partnership: string;
  organisation: string;
  purpose: Purpose;
  /** Whether the partnership's own API is asked, and not the hub. */
  isAtHome: boolean;
}

/**
 * Reads who asks, and where.
 *
 * @throws Error where it is nobody that the guides know.
 */
export function guideAsker(text: string): GuideAsker {
  const [, name, role, door, purpose = 'CROSS_BOUNDARY_MOVEMENT'] = ASKER.exec(text) ?? [];
  const authority = AUTHORITIES[name ?? ''];
  if (!authority) throw new Error(`Nobody is called "${text}".`);
  return { ...authority, role: ROLES[role!]!, purpose: purpose as Purpose, isAtHome: door === 'its own service' };
}
