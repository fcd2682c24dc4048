/** A database of one test's own. */
export interface TestDatabase {
    url: string;
    /** Removes it, ending whoever is still connected. */
    drop(): Promise<void>;
}
/** Makes an empty database in the PostgreSQL of the unit tests. */
export declare function createTestDatabase(): Promise<TestDatabase>;
