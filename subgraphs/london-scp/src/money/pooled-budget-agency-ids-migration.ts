import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An agency is named by its global id, as its partnership publishes it. */
export class PooledBudgetAgencyIds1764371200001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`UPDATE pooled_contribution SET agency_id = partnership_id || ':agency:' || agency_id`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE pooled_contribution SET agency_id = substr(agency_id, length(partnership_id || ':agency:') + 1)
      WHERE starts_with(agency_id, partnership_id || ':agency:')`);
  }
}
