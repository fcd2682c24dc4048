import type { Role } from '@hub/access';
import type { Answer, Asker, AskedHub } from './test-hub';
import type { ExampleFile } from './saved-examples';

/** What a role says of itself beside its name, where an example needs one that reaches single children. */
export const ASKERS: Partial<Record<Role, Asker>> = {
  'duty-team': { partnership: 'lambeth', organisation: 'E09000022', purpose: 'CROSS_BOUNDARY_MOVEMENT' },
  auditor: { purpose: 'AUDIT' },
  'partnership-privacy-officer': { partnership: 'lambeth', purpose: 'AUDIT' },
};

/** Asks a saved example in the role that it names, as the explorer offers. */
export function askExample(testHub: AskedHub, { query, variables, role }: ExampleFile): Promise<Answer> {
  const ask = role === null ? testHub.ask : testHub.as(role, ASKERS[role]);
  return ask(query, variables);
}
