import type { ChainHead } from '@hub/audit';
import { HubError } from '../errors';

/** Reads `--database`: `lambeth=postgres://…`, or a URL alone, whose database then is the name. */
export function readAuditDatabases(values: readonly string[]): Map<string, string> {
  return new Map(
    values.map((value) => {
      const [, named, url] = /^(?:([^=:/]+)=)?(postgres(?:ql)?:\/\/.+)$/.exec(value) ?? [];
      if (url === undefined || !URL.canParse(url))
        throw new HubError('DATABASE_URL_INVALID', { variable: '--database' });
      return [named ?? decodeURIComponent(new URL(url).pathname.slice(1)), url];
    }),
  );
}

/** Reads `--expect`: `lambeth=214:<hash>`, as the verification printed it. */
export function readExpectedHeads(values: readonly string[], names: readonly string[]): Map<string, ChainHead> {
  return new Map(
    values.map((value) => {
      const [, name, seq, hash] = /^(.+)=(\d{1,15}):([0-9a-f]{64})$/.exec(value) ?? [];
      if (name === undefined || hash === undefined) throw new HubError('AUDIT_HEAD_INVALID', { value });
      if (!names.includes(name)) throw new HubError('AUDIT_HEAD_UNKNOWN', { name, names: names.join(', ') });
      return [name, { seq: Number(seq), hash }];
    }),
  );
}
