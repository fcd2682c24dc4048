/** One thing that a caller may do. `childLevel`: it reaches a single child, so a purpose is asked and a record kept. */
export interface ScopeDefinition {
  description: string;
  /** @default false */
  childLevel?: boolean;
}

/**
 * Every scope that the schemas may require, beside `<partnership>:write` (see {@link Scope}). What requires none is
 * public by choice: what the founding documents themselves publish, and the directory.
 */
export const SCOPES = {
  'governance:read': { description: 'Records of a partnership that its document does not publish, as lay members.' },
  'networks:read': { description: 'Networks: members, meetings, reports, connections.' },
  'networks:report': { description: 'Record meetings and reports of a network (LON-35).' },
  'networks:write': { description: 'Propose, activate, staff and end networks.' },
  'decisions:read': { description: "The Executive's decisions." },
  'decisions:write': { description: "Record the Executive's decisions." },
  'decisions:sign-local-authority': { description: 'Sign a decision off for local authorities (LON-28).' },
  'decisions:sign-police': { description: 'Sign a decision off for the police (LON-28).' },
  'decisions:sign-nhs': { description: 'Sign a decision off for the NHS (LON-28).' },
  'budget:read': { description: 'The pooled budget, and the ledgers, budgets and reserves of partnerships.' },
  'budget:write': { description: 'Record the pooled budget of London.' },
  'procedures:read': { description: 'Who works to which edition, training and signatures.' },
  'procedures:write': { description: 'Add protocols, publish editions and rules.' },
  'learning:read': { description: 'Learning hubs and what they work on.' },
  'movements:count': { description: 'How many children move, with small numbers made safe.' },
  'movements:read': { description: 'Movements of children that the caller is a party to.', childLevel: true },
  'movements:write': { description: 'Notify a movement and take its steps, for the side one is on.', childLevel: true },
  'movements:approve': { description: 'Record conferences and approve placements.', childLevel: true },
  'child-records:read': { description: "A partnership's record for a movement one is party to.", childLevel: true },
  'audit:read': { description: 'Every record of access.', childLevel: true },
  'audit:own': { description: "Records of access to the children of one's own partnership.", childLevel: true },
  'alerts:close': { description: 'See and close break-glass alerts.', childLevel: true },
  'schema:read': { description: 'The whole schema, beyond the public part, and how operations are answered.' },
} as const satisfies Record<string, ScopeDefinition>;

/** A scope: one of {@link SCOPES}, or the right to write in the records of one partnership, as `lambeth:write`. */
export type Scope = keyof typeof SCOPES | `${string}:write`;

/** Whether a scope reaches a single child. */
export function isChildLevelScope(scope: string): boolean {
  const known = (SCOPES as Readonly<Record<string, ScopeDefinition>>)[scope];
  return known?.childLevel === true;
}
