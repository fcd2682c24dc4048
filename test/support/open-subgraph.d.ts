import type { StatementCount, SubgraphDefinition } from '@hub/subgraph-kit';
import { type ExecutionResult } from 'graphql';
import type { DataSource } from 'typeorm';
/** A subgraph on a database of its own, without HTTP: to see what it answers and with which SQL. */
export interface OpenSubgraph {
    dataSource: DataSource;
    statements: StatementCount;
    /** Runs one request with a context of its own. */
    ask(query: string, variables?: Record<string, unknown>): Promise<ExecutionResult>;
    /** Brings the database up to date again, as a later start does. */
    reload(demo: boolean): Promise<void>;
    close(): Promise<void>;
}
/** Opens a subgraph on a new database, migrated and loaded. */
export declare function openSubgraph(definition: SubgraphDefinition, { demo }?: {
    demo?: boolean | undefined;
}): Promise<OpenSubgraph>;
