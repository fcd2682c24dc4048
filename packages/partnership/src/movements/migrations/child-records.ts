import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A partnership's records of children who move, with the parties to each movement. */
export class ChildRecords1763769600400 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE child_record (
        movement_id text PRIMARY KEY, child_pseudonym text NOT NULL,
        origin_code text NOT NULL, destination_code text NOT NULL CHECK (destination_code <> origin_code),
        status text NOT NULL CHECK (status IN ('OPEN', 'CLOSED')), team jsonb,
        opened_on date NOT NULL, closed_on date CHECK (closed_on >= opened_on), is_synthetic boolean NOT NULL,
        CHECK ((status = 'CLOSED') = (closed_on IS NOT NULL)));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE child_record');
  }
}
