import { REGISTRY_ERRORS, registryMessage } from './errors';

/** One reason why the subgraphs do not make a supergraph. */
export interface CompositionIssue {
  /** Apollo's composition code, such as `FIELD_TYPE_MISMATCH`, or one of the registry's own. */
  code: string;
  message: string;
  /** The subgraphs concerned; empty when the error concerns the supergraph as a whole. */
  subgraphs: string[];
  /** What to do about it, where the registry knows. */
  remedy?: string;
}

/** The subgraphs do not compose. `message` lists every issue, one a line. */
export class CompositionFailed extends Error {
  override readonly name = 'CompositionFailed';
  readonly code = 'COMPOSITION_FAILED';
  /** What to do about it. */
  readonly remedy = REGISTRY_ERRORS.COMPOSITION_FAILED.remedy;

  constructor(readonly issues: readonly CompositionIssue[]) {
    const count = issues.length === 1 ? '1 error' : `${issues.length} errors`;
    super([registryMessage('COMPOSITION_FAILED', { count }), ...issues.map(line)].join('\n'));
  }
}

function line({ code, message, subgraphs }: CompositionIssue): string {
  const where = subgraphs.length > 0 ? ` (${subgraphs.join(', ')})` : '';
  return `- ${code}${where}: ${message}`;
}
