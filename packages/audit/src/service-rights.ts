import { escapeIdentifier, escapeLiteral } from 'pg';

/**
 * SQL for any other database of the server: takes a database from its service, where that owns it, as it did in earlier
 * versions. Its sessions are ended; settings, limits and rights that it gave the database are gone. Idempotent.
 *
 * @param service - its login role, and the database of that name
 */
export function takeDatabase(service: string): string {
  return `
DO $$
DECLARE
  service name := ${escapeLiteral(service)};
  grantee text;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_database WHERE datname = service AND pg_get_userbyid(datdba) = service) THEN
    RETURN;
  END IF;
  PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = service AND usename = service;
  EXECUTE format('ALTER DATABASE %I OWNER TO CURRENT_USER', service);
  EXECUTE format('ALTER DATABASE %I RESET ALL', service);
  EXECUTE format('ALTER DATABASE %I CONNECTION LIMIT -1 IS_TEMPLATE false', service);
  FOR grantee IN SELECT DISTINCT CASE acl.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(acl.grantee)) END
    FROM pg_database, aclexplode(datacl) AS acl WHERE datname = service AND acl.grantee <> datdba
  LOOP
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM %s', service, grantee);
  END LOOP;
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', service, service);
END $$`;
}

/**
 * SQL for a service's database: the service keeps its tables in the schema public, and may make no other schema. Nobody
 * else may use that schema, so that nothing in it is called in another's session. Idempotent.
 *
 * @param service - its login role
 */
export function serviceRights(service: string): string {
  return `
CREATE SCHEMA IF NOT EXISTS public;
DO $$
DECLARE
  service name := ${escapeLiteral(service)};
  grantee text;
BEGIN
  -- The owner of a schema may grant it to others.
  IF EXISTS (SELECT FROM pg_namespace WHERE nspname = 'public' AND pg_get_userbyid(nspowner) = service) THEN
    ALTER SCHEMA public OWNER TO CURRENT_USER;
  END IF;
  FOR grantee IN SELECT DISTINCT CASE acl.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(acl.grantee)) END
    FROM pg_namespace, aclexplode(nspacl) AS acl
    WHERE nspname = 'public' AND acl.grantee <> nspowner AND pg_get_userbyid(acl.grantee) <> service
  LOOP
    EXECUTE format('REVOKE ALL ON SCHEMA public FROM %s', grantee);
  END LOOP;
END $$;
GRANT USAGE, CREATE ON SCHEMA public TO ${escapeIdentifier(service)};`;
}
