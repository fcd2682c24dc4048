import type { OwnApi } from '../access-reference';
import { checkAccess } from './check-access';
import { CompositionFailed } from '../composition-failed';
import type { Finding } from './finding';

/**
 * Refuses a supergraph in which somebody forgot to say who may see a field.
 *
 * @throws CompositionFailed with every finding of {@link checkAccess}.
 */
export function requireDecisions(supergraphSdl: string): void {
  refuse(checkAccess(supergraphSdl));
}

/**
 * The same of a partnership's own API.
 *
 * @throws CompositionFailed with every finding of {@link checkAccess}.
 */
export function requireOwnDecisions({ name, sdl }: OwnApi): void {
  refuse(checkAccess(sdl, [name]));
}

function refuse(findings: readonly Finding[]): void {
  if (findings.length > 0) throw new CompositionFailed(findings);
}
