import type { RequestIdentity } from '@hub/access';
import type { AuditLog } from '@hub/audit';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { CursorKeys } from './cursors/cursor-signature';
import type { Deadline } from './deadline/deadline';
import type { KeptFacts } from './kept/kept-facts';
import type { KeptRecords } from './kept/kept-records';
import type { Pseudonyms } from './pseudonym/pseudonyms';

/** What every resolver of one request shares. A new object a request: loaders are kept on it. */
export interface SubgraphContext {
  /** Begins no statement once the deadline is over. */
  dataSource: DataSource;
  /** Facts that are in memory. @default none: all are read */
  facts?: KeptFacts;
  /** Records that are in memory. @default none: all are read */
  records?: KeptRecords;
  /** Until when the request is worked on. The kit looks at it before each field and each statement. */
  deadline: Deadline;
  /** Already carries the request id. */
  logger: Logger;
  /** The hub's, where the operation comes through it; otherwise made here. Never one that a caller has chosen. */
  requestId: string;
  /** Network address that the request came from; of IPv6 its network of 64 bits. */
  address: string;
  /** Who asks and for what, as the gateway token says. */
  requestIdentity: RequestIdentity;
  /** The record of access in the subgraph's own database. The kit writes the entry of each operation itself. */
  audit: AuditLog;
  /** Makes children's pseudonyms; null where `PSEUDONYM_KEYS` is not set. */
  pseudonyms: Pseudonyms | null;
  /** The secrets that sign cursors. */
  cursorKeys: CursorKeys;
  /** The environment that the subgraph was started with. */
  env: NodeJS.ProcessEnv;
}
