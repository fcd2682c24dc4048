import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That a person has seen to a message which the hub refused. */
export class SettledRefusals1764559000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE movement_message ADD settlement jsonb, ADD CHECK (settlement IS NULL OR outcome = 'REFUSED')`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE movement_message DROP settlement');
  }
}
