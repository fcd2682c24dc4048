import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What has been published of movements: numbers, and no child. */
export class MovementPublications1764371100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE movement_publication (
        figure text NOT NULL, period text NOT NULL, published_at timestamptz NOT NULL, is_synthetic boolean NOT NULL,
        answered text[] NOT NULL DEFAULT '{}', numbers jsonb NOT NULL, PRIMARY KEY (figure, period));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE movement_publication');
  }
}
