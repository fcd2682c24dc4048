import { PINNED_SQL } from './administrator-url';
import { FUNCTIONS_SQL } from './sql/functions';
import { PROTECTION_SQL } from './sql/protection';
import { TABLES_SQL } from './sql/tables';

/**
 * Installs the record of access in a database, or brings it up to date. Run by the administrator as one query, so that it
 * is one transaction, best with {@link administer}: whoever runs it owns what it makes, and the owner is the one that nothing here can hold back.
 */
export const AUDIT_SQL: string = [PINNED_SQL, TABLES_SQL, FUNCTIONS_SQL, PROTECTION_SQL].join('\n');
