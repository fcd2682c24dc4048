#!/bin/sh
# One login role and one database a subgraph, made once, when the postgres container starts with an empty volume.
# The databases are the administrator's; install-audit.mjs lets each service keep tables in its own.
# The subgraphs are those with a HUB_DB_PASSWORD_<NAME> in the environment: TRI_BOROUGH is the role "tri-borough". The
# gateway's role has no database of its own: it may connect to that of the London SCP, where it records access.
# In brackets, because the image's entrypoint sources this file where its executable bit was lost.
(
  set -eu

  env | sed -n 's/^HUB_DB_PASSWORD_\([A-Z][A-Z0-9_]*\)=.*/\1/p' | sort | while read -r suffix; do
    name=$(printf '%s' "$suffix" | tr 'A-Z_' 'a-z-')
    eval "ROLE_PASSWORD=\$HUB_DB_PASSWORD_$suffix"
    export ROLE_PASSWORD
    # \getenv, not -v: arguments can be read by every process of the container.
    psql --set ON_ERROR_STOP=1 --no-psqlrc --quiet --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
      --set name="$name" <<'SQL'
\getenv password ROLE_PASSWORD
SET log_min_error_statement = panic;
CREATE ROLE :"name" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS CONNECTION LIMIT 30
  PASSWORD :'password';
SELECT :'name' <> 'gateway' AS is_subgraph \gset
\if :is_subgraph
CREATE DATABASE :"name" TEMPLATE template0 ENCODING 'UTF8';
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"name" TO :"name";
\endif
SQL
  done

  psql --set ON_ERROR_STOP=1 --no-psqlrc --quiet --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC;
GRANT CONNECT ON DATABASE "london-scp" TO gateway;
SQL
)
