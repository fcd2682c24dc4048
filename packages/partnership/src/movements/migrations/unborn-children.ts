import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of unborn children when they are expected, and of children who arrived from nobody knew where what was said before. */
export class UnbornChildren1764600000060 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE child_record ADD expected_on date, ADD earlier_origins jsonb NOT NULL DEFAULT '[]';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE child_record DROP expected_on, DROP earlier_origins');
  }
}
