import type { RunSql } from '../store/registry-database';
import { hashOf, isSecretOf, newSecret, readKey, writtenKey, type PublisherKey } from './publisher-key';

const COLUMNS = 'id, kind, subgraph, issued_at, last_used_at, revoked_at';

interface Row {
  /** PostgreSQL writes its long numbers as text. */
  id: string;
  kind: PublisherKey['kind'];
  subgraph: string | null;
  issued_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

/** The keys of those who publish, in the registry's database. Two of one subgraph may be good at once, so that one is rotated. */
export class PublisherKeys {
  constructor(private readonly run: RunSql) {}

  /**
   * @param subgraph - whose schema it publishes; null for an operator's.
   * @returns the key as its holder writes it, which is never to be had again.
   */
  async issue(subgraph: string | null): Promise<{ key: PublisherKey; written: string }> {
    const secret = newSecret();
    const kind = subgraph === null ? 'OPERATOR' : 'PARTNERSHIP';
    const [row] = await this.run<Row>(
      `INSERT INTO public.registry_key (kind, subgraph, hash) VALUES ($1, $2, $3) RETURNING ${COLUMNS}`,
      [kind, subgraph, hashOf(secret)],
    );
    const key = keyOf(row!);
    return { key, written: writtenKey(key.id, secret) };
  }

  /** All that were ever issued, the oldest first. */
  async list(): Promise<PublisherKey[]> {
    return (await this.run<Row>(`SELECT ${COLUMNS} FROM public.registry_key ORDER BY id`)).map(keyOf);
  }

  /** From now on it publishes nothing. @returns null where there is none of that number; the same again changes nothing. */
  async revoke(id: number): Promise<PublisherKey | null> {
    const [row] = await this.run<Row>(
      `UPDATE public.registry_key SET revoked_at = coalesce(revoked_at, now()) WHERE id = $1 RETURNING ${COLUMNS}`,
      [id],
    );
    return row ? keyOf(row) : null;
  }

  /** Whose key this is, and that it was used; null where it is none, or is good no more. */
  async holderOf(written: string): Promise<PublisherKey | null> {
    const read = readKey(written);
    if (!read) return null;
    const [found] = await this.run<{ hash: Buffer }>('SELECT hash FROM public.registry_key WHERE id = $1', [read.id]);
    if (!found || !isSecretOf(read.secret, found.hash)) return null;
    const [row] = await this.run<Row>(
      `UPDATE public.registry_key SET last_used_at = now() WHERE id = $1 AND revoked_at IS NULL RETURNING ${COLUMNS}`,
      [read.id],
    );
    return row ? keyOf(row) : null;
  }
}

const keyOf = (row: Row): PublisherKey => ({
  ...{ id: Number(row.id), kind: row.kind, subgraph: row.subgraph },
  ...{ issuedAt: row.issued_at, lastUsedAt: row.last_used_at, revokedAt: row.revoked_at },
});
