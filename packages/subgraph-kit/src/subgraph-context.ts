import type { Passport } from '@hub/access';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';

/** What every resolver of one request shares. A new object a request: loaders are kept on it. */
export interface SubgraphContext {
  dataSource: DataSource;
  /** Already carries the request id. */
  logger: Logger;
  /** From `x-request-id` when it is well formed, otherwise made here. */
  requestId: string;
  /** Who asks, and for what. */
  passport: Passport;
}
