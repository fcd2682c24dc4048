import { uniqueReferences } from '@hub/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hubs are recorded under a reference, and so is what is done in their work. */
export class LearningHubSteps1764900003200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE learning_hub ADD COLUMN reference text;
      UPDATE learning_hub SET reference = id;
      ALTER TABLE learning_hub ALTER COLUMN reference SET NOT NULL;
      CREATE TABLE learning_hub_step (
        id text PRIMARY KEY, reference text NOT NULL, hub_reference text NOT NULL, kind text NOT NULL,
        by_role text NOT NULL, done_on date NOT NULL, summary text, is_synthetic boolean NOT NULL);
      CREATE INDEX learning_hub_step_by_hub ON learning_hub_step (hub_reference);
    `);
    await queryRunner.query(uniqueReferences('learning_hub', 'reference'));
    await queryRunner.query(uniqueReferences('learning_hub_step', 'reference'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE learning_hub_step; ALTER TABLE learning_hub DROP COLUMN reference');
  }
}
