import { checkAccess } from './check-access';
import { CompositionFailed } from './composition-failed';

/**
 * Refuses a supergraph in which somebody forgot to say who may see a field.
 *
 * @throws CompositionFailed with every finding of {@link checkAccess}.
 */
export function requireDecisions(supergraphSdl: string): void {
  const findings = checkAccess(supergraphSdl);
  if (findings.length > 0) throw new CompositionFailed(findings);
}
