import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What partnerships' systems could not take. */
export class MovementProblems1763769600700 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE movement_delivery ADD problem text CHECK (problem IN ('NOT_STORED', 'NOT_UNDERSTOOD')),
        ADD problem_at timestamptz, ADD CHECK ((problem IS NULL) = (problem_at IS NULL));
      -- What is new first, in its order, and then what could not be taken before.
      DROP INDEX movement_delivery_waiting;
      CREATE INDEX movement_delivery_waiting ON movement_delivery (recipient, (problem_at IS NOT NULL), id)
        WHERE acknowledged_at IS NULL;
      CREATE INDEX movement_delivery_problem ON movement_delivery (recipient, problem_at)
        WHERE acknowledged_at IS NULL AND problem_at IS NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX movement_delivery_problem, movement_delivery_waiting;
      ALTER TABLE movement_delivery DROP problem_at, DROP problem;
      CREATE INDEX movement_delivery_waiting ON movement_delivery (recipient, id) WHERE acknowledged_at IS NULL;
    `);
  }
}
