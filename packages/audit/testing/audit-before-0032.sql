
-- Two installations at once wait for each other.
SELECT pg_advisory_xact_lock(hashtext('audit installation'));

DO $$
DECLARE
  owner name := (SELECT pg_get_userbyid(nspowner) FROM pg_namespace WHERE nspname = 'audit');
BEGIN
  IF owner <> current_user THEN
    RAISE insufficient_privilege
      USING MESSAGE = format('the schema "audit" belongs to "%s": install as that role, or drop the schema', owner);
  END IF;
END $$;

CREATE SCHEMA IF NOT EXISTS audit;

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


-- The same bytes as chainHash makes in TypeScript.
CREATE OR REPLACE FUNCTION audit.hash_of(previous bytea, seq bigint, recorded_at timestamptz, written_by text, body text)
  RETURNS bytea LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT sha256(previous || int8send(seq) || convert_to(to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'UTF8')
    || int4send(octet_length(convert_to(written_by, 'UTF8'))) || convert_to(written_by, 'UTF8')
    || convert_to(body, 'UTF8'))
$$;

-- Whoever inserts gives the body; place, time, writer and hashes are given here.
CREATE OR REPLACE FUNCTION audit.stamp() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s'
AS $$
DECLARE
  head audit.head;
BEGIN
  SELECT * INTO STRICT head FROM audit.head FOR UPDATE;
  NEW.seq := head.seq + 1;
  -- A clock that is set back shall not put the order of time against the order of places.
  NEW.recorded_at := greatest(clock_timestamp(), head.recorded_at);
  -- The login, which no SET ROLE changes.
  NEW.written_by := session_user;
  NEW.previous := head.hash;
  NEW.hash := audit.hash_of(NEW.previous, NEW.seq, NEW.recorded_at, NEW.written_by, NEW.body);
  UPDATE audit.head SET seq = NEW.seq, recorded_at = NEW.recorded_at, hash = NEW.hash;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION audit.refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RAISE insufficient_privilege USING MESSAGE = format('%s of audit.%s is refused: it is append-only', TG_OP, TG_TABLE_NAME);
END $$;

-- One open alert a person. Under the lock of the head, so that of two at once the second sees the first's.
-- `entry` is an AlertRaised without alert and until, which are given here.
CREATE OR REPLACE FUNCTION audit.open_glass(entry jsonb, minutes integer)
  RETURNS TABLE (alert text, until text, is_over boolean) LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s'
AS $$
#variable_conflict use_column
DECLARE
  recorded_at timestamptz;
  raised jsonb;
BEGIN
  PERFORM FROM audit.head FOR UPDATE;
  SELECT r.body::jsonb INTO raised FROM audit.access_record r
    WHERE r.kind = 'ALERT_RAISED' AND r.person = entry ->> 'person'
      AND NOT EXISTS (SELECT FROM audit.access_record c WHERE c.kind = 'ALERT_CLOSED' AND c.alert = r.alert)
    ORDER BY r.seq DESC LIMIT 1;
  IF raised IS NULL THEN
    recorded_at := clock_timestamp() + make_interval(mins => minutes);
    raised := entry || jsonb_build_object(
      'kind', 'ALERT_RAISED', 'alert', 'alert:' || gen_random_uuid(), 'until', to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'));
    INSERT INTO audit.access_record (body) VALUES (raised::text);
  END IF;
  RETURN QUERY SELECT raised ->> 'alert', raised ->> 'until',
    (raised ->> 'until')::timestamptz <= clock_timestamp();
END $$;

-- `entry` is an AlertClosed.
CREATE OR REPLACE FUNCTION audit.close_alert(entry jsonb) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s'
AS $$
BEGIN
  PERFORM FROM audit.head FOR UPDATE;
  IF NOT EXISTS (SELECT FROM audit.access_record WHERE kind = 'ALERT_RAISED' AND alert = entry ->> 'alert') THEN
    RETURN 'UNKNOWN';
  END IF;
  IF EXISTS (SELECT FROM audit.access_record WHERE kind = 'ALERT_CLOSED' AND alert = entry ->> 'alert') THEN
    RETURN 'ALREADY_CLOSED';
  END IF;
  INSERT INTO audit.access_record (body) VALUES ((entry || '{"kind": "ALERT_CLOSED"}')::text);
  RETURN 'CLOSED';
END $$;


CREATE OR REPLACE TRIGGER stamp BEFORE INSERT ON audit.access_record FOR EACH ROW EXECUTE FUNCTION audit.stamp();
-- For each statement: refused even where no row would be touched. These stop the owner too.
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.access_record
  FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
-- The head follows the records: only the trigger of an insertion moves it.
CREATE OR REPLACE TRIGGER follows_records BEFORE UPDATE ON audit.head
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION audit.refuse();
CREATE OR REPLACE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON audit.head
  FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
-- ALWAYS: also in a session that calls itself a replica, which other triggers do not fire in.
ALTER TABLE audit.access_record ENABLE ALWAYS TRIGGER stamp, ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE audit.head ENABLE ALWAYS TRIGGER follows_records, ENABLE ALWAYS TRIGGER append_only;

-- PUBLIC is whoever may connect to this database.
REVOKE ALL ON SCHEMA audit FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA audit FROM PUBLIC;
-- Else a service could hang audit.stamp on a table of its own, and move the head without a record.
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA audit FROM PUBLIC;
GRANT USAGE ON SCHEMA audit TO PUBLIC;
GRANT SELECT, INSERT (body) ON audit.access_record TO PUBLIC;
GRANT SELECT ON audit.head TO PUBLIC;
GRANT EXECUTE ON FUNCTION audit.texts, audit.open_glass, audit.close_alert TO PUBLIC;
