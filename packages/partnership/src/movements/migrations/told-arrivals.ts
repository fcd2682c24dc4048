import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How an arrival without a notice stood when the hub was last told of it. */
export class ToldArrivals1764700000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE child_record ADD arrival_told jsonb;
      CREATE INDEX child_record_arrivals ON child_record (arrived_on, arrival_id) WHERE arrival_id IS NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX child_record_arrivals; ALTER TABLE child_record DROP arrival_told');
  }
}
