import type { DataSource, EntityManager } from 'typeorm';

const LOCK = 'movements: exchange with the hub';

/**
 * Works while no other process of the partnership does; null where one does at this moment. The lock belongs to the
 * connection that the work has, and goes with it: a process that dies holds nothing up, and one that has lost the lock can
 * no longer write.
 */
export async function oneAtATime<Result>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result | null> {
  const queryRunner = dataSource.createQueryRunner();
  const { manager } = queryRunner;
  try {
    const [lock] = await manager.query<[{ isOurs: boolean }]>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS "isOurs"',
      [LOCK],
    );
    if (!lock.isOurs) return null;
    try {
      return await work(manager);
    } finally {
      await manager.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [LOCK]).catch(() => undefined);
    }
  } finally {
    await queryRunner.release();
  }
}
