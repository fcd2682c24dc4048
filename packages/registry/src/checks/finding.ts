import { registryMessage, registryRemedy, WARNINGS, type RegistryErrorCode } from '../errors';

/** What a check finds wrong with a schema. */
export interface Finding {
  /** One of the registry's, or of composition. */
  code: string;
  /** With an error a schema is not served; a warning deserves a look. */
  severity: 'ERROR' | 'WARNING';
  message: string;
  /** What to do about it. */
  remedy: string;
  /** The schema coordinate, such as `LambethPartnership.priorities`; empty where it is the schema as a whole. */
  coordinate: string;
  /** The subgraphs at fault. */
  subgraphs: string[];
  /** The line of the schema, from 1; null where it is not one line's, or not known. */
  line: number | null;
}

/** Where a finding is. */
export interface FoundAt {
  coordinate: string;
  subgraphs: string[];
  line?: number | null | undefined;
}

/** @param values - those of the message's placeholders, beside the coordinate and the subgraphs. */
export function finding(
  code: RegistryErrorCode,
  { coordinate, subgraphs, line = null }: FoundAt,
  values: Readonly<Record<string, string | number>> = {},
): Finding {
  const told = { coordinate, subgraphs: subgraphs.join(' and '), ...values };
  const severity = WARNINGS.has(code) ? 'WARNING' : 'ERROR';
  const [message, remedy] = [registryMessage(code, told), registryRemedy(code, told)];
  return { code, severity, message, remedy, coordinate, subgraphs, line };
}

/** Whether a schema with such findings is refused. */
export const isRefused = (findings: readonly Finding[]) => findings.some(({ severity }) => severity === 'ERROR');
