import { createHash } from 'node:crypto';
import type { RegistryDatabase, RunSql } from '../store/registry-database';
import { HISTORY_LOCK, REGISTRY_CHANNEL } from '../store/registry-sql';
import type {
  NewPublication,
  PublicationEntry,
  PublicationRecord,
  PublishedSupergraph,
  SupergraphPart,
} from './publication-record';

const ENTRY = `number::int, subgraph, url, sdl_hash AS "sdlHash", key::int, published_at AS "publishedAt", reason, result,
  findings, restores::int`;

/** A supergraph that is about to be added, made of publications that get their numbers with it. */
export interface NewSupergraph {
  sdl: string;
  restores: number | null;
  /** @param added - the numbers of the new publications, by subgraph. */
  subgraphs(added: ReadonlyMap<string, number>): SupergraphPart[];
}

/** What is added to the history at once. */
export interface Addition {
  publications: readonly NewPublication[];
  /** Null where the one before goes on to be served. */
  supergraph: NewSupergraph | null;
}

/** What was published, and the supergraph of each moment, in the registry's database. */
export class PublicationHistory {
  constructor(private readonly database: RegistryDatabase) {}

  /** The supergraph that is to be served; null before the first. */
  newest(): Promise<PublishedSupergraph | null> {
    return this.#supergraph('ORDER BY number DESC LIMIT 1', []);
  }

  supergraph(number: number): Promise<PublishedSupergraph | null> {
    return this.#supergraph('WHERE number = $1', [number]);
  }

  async newestNumber(): Promise<number> {
    return newestNumber(this.database.run);
  }

  /** @param subgraph - of which; null for all. Newest first. */
  entries(subgraph: string | null, first: number): Promise<PublicationEntry[]> {
    return this.database.run<PublicationEntry>(
      `SELECT ${ENTRY} FROM public.publication WHERE $1::text IS NULL OR subgraph = $1 ORDER BY number DESC LIMIT $2`,
      [subgraph, first],
    );
  }

  async publication(number: number): Promise<PublicationRecord | null> {
    const sql = `SELECT ${ENTRY}, sdl FROM public.publication WHERE number = $1`;
    return (await this.database.run<PublicationRecord>(sql, [number]))[0] ?? null;
  }

  /** Of each subgraph the last that the hub itself has recorded. */
  async lastOfHub(): Promise<Map<string, PublicationEntry>> {
    const rows = await this.database.run<PublicationEntry>(
      `SELECT DISTINCT ON (subgraph) ${ENTRY} FROM public.publication WHERE key IS NULL
       ORDER BY subgraph, publication.number DESC`,
    );
    return new Map(rows.map((row) => [row.subgraph, row]));
  }

  /**
   * Adds all of it, or nothing, and tells every gateway.
   *
   * @param after - the supergraph on which it was decided; 0 before the first.
   * @returns the numbers of the publications; null where another supergraph has come meanwhile, and nothing was added.
   */
  add(after: number, { publications, supergraph }: Addition): Promise<number[] | null> {
    return this.database.transaction(async (run) => {
      await run('SELECT pg_advisory_xact_lock($1)', [HISTORY_LOCK]);
      if ((await newestNumber(run)) !== after) return null;
      const numbers: number[] = [];
      for (const one of publications) numbers.push(await insert(run, one));
      if (supergraph) {
        const added = new Map(publications.map(({ subgraph }, at) => [subgraph, numbers[at]!]));
        const { sdl, restores } = supergraph;
        await run(
          'INSERT INTO public.supergraph (number, hash, sdl, subgraphs, restores) VALUES ($1, $2, $3, $4, $5)',
          [after + 1, sha256(sdl), sdl, JSON.stringify(supergraph.subgraphs(added)), restores],
        );
        await run('SELECT pg_notify($1, $2)', [REGISTRY_CHANNEL, String(after + 1)]);
      }
      return numbers;
    });
  }

  async #supergraph(which: string, parameters: unknown[]): Promise<PublishedSupergraph | null> {
    const [row] = await this.database.run<PublishedSupergraph & { subgraphs: SupergraphPart[] }>(
      `SELECT number::int, sdl, subgraphs, restores::int FROM public.supergraph ${which}`,
      parameters,
    );
    if (!row) return null;
    const numbers = row.subgraphs.flatMap(({ publication }) => publication ?? []);
    const published = await this.database.run<PublicationRecord>(
      'SELECT number::int, url, sdl FROM public.publication WHERE number = ANY($1)',
      [numbers],
    );
    const byNumber = new Map(published.map((one) => [one.number, one]));
    const subgraphs = row.subgraphs.map((part) => {
      const { url = null, sdl = null } = byNumber.get(part.publication ?? 0) ?? {};
      return { ...part, url, sdl: part.servedUnder === 'NONE' ? null : sdl };
    });
    return { ...row, subgraphs };
  }
}

/** The SHA-256 of a text, in hexadecimal. */
export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

async function newestNumber(run: RunSql): Promise<number> {
  const [row] = await run<{ newest: number }>('SELECT coalesce(max(number), 0)::int AS newest FROM public.supergraph');
  return row!.newest;
}

async function insert(run: RunSql, one: NewPublication): Promise<number> {
  const { subgraph, url, sdl, key, reason, result, findings, restores } = one;
  const [row] = await run<{ number: number }>(
    `INSERT INTO public.publication (number, subgraph, url, sdl, sdl_hash, key, reason, result, findings, restores)
     SELECT coalesce(max(number), 0) + 1, $1, $2, $3, $4, $5, $6, $7, $8, $9 FROM public.publication
     RETURNING number::int`,
    [subgraph, url, sdl, sha256(sdl), key, reason, result, JSON.stringify(findings), restores],
  );
  return row!.number;
}
