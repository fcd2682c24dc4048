import { CLOCK_MINUTES, MOMENT } from './moment';

/** How a record gets its place, and the two acts that must look before they write. */
export const FUNCTIONS_SQL = `
-- The same bytes as chainHash makes in TypeScript.
CREATE OR REPLACE FUNCTION audit.hash_of(previous bytea, seq bigint, recorded_at timestamptz, written_by text, body text)
  RETURNS bytea LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT sha256(previous || int8send(seq) || convert_to(${MOMENT}, 'UTF8')
    || int4send(octet_length(convert_to(written_by, 'UTF8'))) || convert_to(written_by, 'UTF8')
    || convert_to(body, 'UTF8'))
$$;

-- Whoever inserts gives the body; place, time, writer and hashes are given here.
CREATE OR REPLACE FUNCTION audit.stamp() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s'
AS $$
DECLARE
  head audit.head;
  before timestamptz;
BEGIN
  SELECT * INTO STRICT head FROM audit.head FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW.recorded_at := clock_timestamp();
  -- A clock that is set back a little shall not put the order of time against the order of places. A record that is
  -- further ahead is not followed, or all that come after would carry its time: it stays, and is found, alone.
  SELECT recorded_at INTO before FROM audit.access_record WHERE seq = head.seq;
  IF before > NEW.recorded_at AND before <= NEW.recorded_at + interval '${CLOCK_MINUTES} minutes' THEN
    NEW.recorded_at := before;
  END IF;
  -- The login, which no SET ROLE changes.
  NEW.written_by := session_user;
  NEW.previous := head.hash;
  NEW.hash := audit.hash_of(NEW.previous, NEW.seq, NEW.recorded_at, NEW.written_by, NEW.body);
  -- The latest time that there was: one that somebody gave it stays, to be found.
  UPDATE audit.head SET seq = NEW.seq, recorded_at = greatest(recorded_at, NEW.recorded_at), hash = NEW.hash;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION audit.refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RAISE insufficient_privilege USING MESSAGE = format('%s of audit.%s is refused: it is append-only', TG_OP, TG_TABLE_NAME);
END $$;

-- One open alert a person. Under the lock of the head, so that of two at once the second sees the first's.
-- \`entry\` is an AlertRaised without alert and until, which are given here.
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
      'kind', 'ALERT_RAISED', 'alert', 'alert:' || gen_random_uuid(), 'until', ${MOMENT});
    INSERT INTO audit.access_record (body) VALUES (raised::text);
  END IF;
  RETURN QUERY SELECT raised ->> 'alert', raised ->> 'until',
    (raised ->> 'until')::timestamptz <= clock_timestamp();
END $$;

-- \`entry\` is an AlertClosed. Whoever broke the glass does not judge it, in whichever role they come.
CREATE OR REPLACE FUNCTION audit.close_alert(entry jsonb) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s'
AS $$
DECLARE
  raised_by text;
BEGIN
  PERFORM FROM audit.head FOR UPDATE;
  SELECT body::jsonb ->> 'person' INTO raised_by FROM audit.access_record
    WHERE kind = 'ALERT_RAISED' AND alert = entry ->> 'alert';
  IF NOT FOUND THEN
    RETURN 'UNKNOWN';
  END IF;
  IF raised_by = entry ->> 'person' THEN
    RETURN 'OWN';
  END IF;
  IF EXISTS (SELECT FROM audit.access_record WHERE kind = 'ALERT_CLOSED' AND alert = entry ->> 'alert') THEN
    RETURN 'ALREADY_CLOSED';
  END IF;
  INSERT INTO audit.access_record (body) VALUES ((entry || '{"kind": "ALERT_CLOSED"}')::text);
  RETURN 'CLOSED';
END $$;
`;
