/** The schema, the log and its head. */
export const TABLES_SQL = `
DO $$
DECLARE
  owner name;
BEGIN
  BEGIN
    CREATE SCHEMA audit;
  EXCEPTION WHEN duplicate_schema OR unique_violation THEN
    NULL; -- It is there, or another installation has just made it.
  END;
  -- What somebody else put there would run with the rights of whoever installs.
  SELECT pg_get_userbyid(oid) INTO owner FROM (
    SELECT nspowner FROM pg_namespace WHERE nspname = 'audit'
    UNION SELECT relowner FROM pg_class WHERE relnamespace = 'audit'::regnamespace
    UNION SELECT proowner FROM pg_proc WHERE pronamespace = 'audit'::regnamespace
    UNION SELECT typowner FROM pg_type WHERE typnamespace = 'audit'::regnamespace
  ) AS owners (oid) WHERE oid <> (SELECT r.oid FROM pg_roles AS r WHERE rolname = current_user) LIMIT 1;
  IF owner IS NOT NULL THEN
    RAISE insufficient_privilege USING MESSAGE = format(
      'the schema "audit" belongs to "%s", or something in it: drop it, or install as who installed it first', owner);
  END IF;
END $$;

-- Two installations at once wait for each other here. It takes the owner of the schema to hold this lock; an advisory
-- lock could be held by a service, for ever.
COMMENT ON SCHEMA audit IS 'Who looked at which child, and why. It can be appended to and read.';

-- A generated column takes no subquery, but it takes a function.
CREATE OR REPLACE FUNCTION audit.texts(list jsonb) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
  AS 'SELECT array(SELECT jsonb_array_elements_text(list))';

CREATE TABLE IF NOT EXISTS audit.access_record (
  seq bigint PRIMARY KEY,
  recorded_at timestamptz NOT NULL,
  written_by text NOT NULL,
  body text NOT NULL,
  previous bytea NOT NULL,
  hash bytea NOT NULL,
  -- Copies of what the body says, to search by; the hash covers the body.
  kind text NOT NULL GENERATED ALWAYS AS (body::jsonb ->> 'kind') STORED
    CHECK (kind IN ('ACCESS', 'ALERT_RAISED', 'ALERT_CLOSED')),
  recorder text NOT NULL GENERATED ALWAYS AS (body::jsonb ->> 'recorder') STORED,
  request_id text NOT NULL GENERATED ALWAYS AS (body::jsonb ->> 'requestId') STORED,
  person text GENERATED ALWAYS AS (body::jsonb ->> 'person') STORED,
  role text GENERATED ALWAYS AS (body::jsonb ->> 'role') STORED,
  organisation text GENERATED ALWAYS AS (body::jsonb ->> 'organisation') STORED,
  partnership text GENERATED ALWAYS AS (body::jsonb ->> 'partnership') STORED,
  purpose text GENERATED ALWAYS AS (body::jsonb ->> 'purpose') STORED,
  alert text GENERATED ALWAYS AS (body::jsonb ->> 'alert') STORED,
  outcome text GENERATED ALWAYS AS (body::jsonb ->> 'outcome') STORED,
  children text[] GENERATED ALWAYS AS (audit.texts(body::jsonb -> 'children')) STORED
);

-- Each search: equal in one column, newest first.
CREATE INDEX IF NOT EXISTS access_by_recorder ON audit.access_record (recorder, seq) WHERE kind = 'ACCESS';
CREATE INDEX IF NOT EXISTS access_by_request ON audit.access_record (request_id, seq) WHERE kind = 'ACCESS';
CREATE INDEX IF NOT EXISTS access_by_person ON audit.access_record (person, seq) WHERE kind = 'ACCESS';
CREATE INDEX IF NOT EXISTS access_by_organisation ON audit.access_record (organisation, seq) WHERE kind = 'ACCESS';
CREATE INDEX IF NOT EXISTS access_by_partnership ON audit.access_record (partnership, seq) WHERE kind = 'ACCESS';
CREATE INDEX IF NOT EXISTS access_by_purpose ON audit.access_record (purpose, seq) WHERE kind = 'ACCESS';
CREATE INDEX IF NOT EXISTS access_by_outcome ON audit.access_record (outcome, seq) WHERE kind = 'ACCESS';
CREATE INDEX IF NOT EXISTS access_by_child ON audit.access_record USING gin (children) WHERE kind = 'ACCESS';
CREATE INDEX IF NOT EXISTS record_by_time ON audit.access_record (recorded_at, seq);
CREATE INDEX IF NOT EXISTS alert_by_seq ON audit.access_record (seq) WHERE kind = 'ALERT_RAISED';
CREATE INDEX IF NOT EXISTS alert_by_person ON audit.access_record (person, seq) WHERE kind = 'ALERT_RAISED';
CREATE UNIQUE INDEX IF NOT EXISTS alert_raised_once ON audit.access_record (alert) WHERE kind = 'ALERT_RAISED';
CREATE UNIQUE INDEX IF NOT EXISTS alert_closed_once ON audit.access_record (alert) WHERE kind = 'ALERT_CLOSED';

-- Where the log ends: without it, the removal of the last records would not show. Its one row is also the lock under
-- which records get their places. fillfactor: the row changes with each record, and shall stay in its page.
CREATE TABLE IF NOT EXISTS audit.head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  seq bigint NOT NULL,
  recorded_at timestamptz NOT NULL,
  hash bytea NOT NULL
) WITH (fillfactor = 10);

-- Not made anew beside records that are there: a head that is gone is a finding.
INSERT INTO audit.head (seq, recorded_at, hash)
  SELECT 0, '-infinity', decode(repeat('00', 32), 'hex')
  WHERE NOT EXISTS (SELECT FROM audit.access_record) AND NOT EXISTS (SELECT FROM audit.head);
`;
