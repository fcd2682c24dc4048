import { MOMENT } from './moment';

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

-- \`entry\` is an AlertClosed.
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
`;
