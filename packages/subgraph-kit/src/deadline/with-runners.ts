import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

/** A data source over the same connections, each of whose query runners is first prepared. */
export function withRunners(dataSource: DataSource, prepare: (runner: QueryRunner) => void): DataSource {
  let manager: EntityManager | undefined;
  const prepared: DataSource = Object.create(dataSource, {
    // Repositories and query builders come from it, and must find their runners here.
    manager: { get: () => (manager ??= dataSource.createEntityManager.call(prepared)) },
    createQueryRunner: {
      value: (...mode: Parameters<DataSource['createQueryRunner']>) => {
        const runner = dataSource.createQueryRunner.apply(prepared, mode);
        prepare(runner);
        return runner;
      },
    },
  });
  return prepared;
}
