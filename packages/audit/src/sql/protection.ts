/** Who may do what, and the triggers that stand behind it. */
export const PROTECTION_SQL = `
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
`;
