import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';

/** What work beside answering has to work with. */
export interface BackgroundServices {
  dataSource: DataSource;
  logger: Logger;
  /** The environment that the subgraph was started with. */
  env: NodeJS.ProcessEnv;
}

/** Work that goes on beside answering. */
export interface Background {
  /** Begins nothing more, and waits for what is under way. The database is open until then. */
  stop(): Promise<void>;
}
