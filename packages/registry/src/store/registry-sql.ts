/** The channel on which the number of each new supergraph is told. */
export const REGISTRY_CHANNEL = 'hub_registry';

/** Held by whoever adds to the history, until its transaction ends. Any number that nobody else of the database takes. */
export const HISTORY_LOCK = 79_079_079;

/**
 * The tables of the registry; those that are there are kept. History is added to and never changed: what was published, and
 * the supergraph of each moment.
 */
export const REGISTRY_SQL = `
SELECT pg_advisory_xact_lock(${HISTORY_LOCK});

CREATE TABLE IF NOT EXISTS public.registry_key (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('PARTNERSHIP', 'OPERATOR')),
  subgraph text CHECK ((subgraph IS NULL) = (kind = 'OPERATOR')),
  hash bytea NOT NULL CHECK (length(hash) = 32),
  issued_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);

CREATE TABLE IF NOT EXISTS public.publication (
  number bigint PRIMARY KEY CHECK (number > 0),
  subgraph text NOT NULL,
  url text,
  sdl text NOT NULL,
  sdl_hash text NOT NULL,
  key bigint REFERENCES public.registry_key,
  published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  result text NOT NULL CHECK (result IN ('SERVED', 'REFUSED', 'ROLLED_BACK')),
  findings jsonb NOT NULL,
  restores bigint REFERENCES public.publication
);
CREATE INDEX IF NOT EXISTS publication_of_subgraph ON public.publication (subgraph, number);

CREATE TABLE IF NOT EXISTS public.supergraph (
  number bigint PRIMARY KEY CHECK (number > 0),
  hash text NOT NULL,
  sdl text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  subgraphs jsonb NOT NULL,
  restores bigint REFERENCES public.supergraph
);

CREATE OR REPLACE FUNCTION public.history_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of the registry is added to, and never changed';
END $$;
CREATE OR REPLACE TRIGGER history_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON public.publication
  FOR EACH STATEMENT EXECUTE FUNCTION public.history_is_kept();
CREATE OR REPLACE TRIGGER history_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON public.supergraph
  FOR EACH STATEMENT EXECUTE FUNCTION public.history_is_kept();
`;
