import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Children who arrived without a notice, and what other authorities are asked about them. */
export class Arrivals1764700000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE child_arrival (
        id text PRIMARY KEY, child_pseudonym text NOT NULL, origin_code text NOT NULL, destination_code text NOT NULL,
        arrived_on date NOT NULL, over_at timestamptz);
      CREATE INDEX child_arrival_by_child ON child_arrival (child_pseudonym) WHERE over_at IS NULL;
      CREATE INDEX child_arrival_over ON child_arrival (over_at) WHERE over_at IS NOT NULL;
      CREATE TABLE arrival_question (
        arrival_id text NOT NULL REFERENCES child_arrival ON DELETE CASCADE, asked text NOT NULL, is_named boolean NOT NULL,
        since timestamptz NOT NULL, is_known boolean, reason text, answered_at timestamptz, answered_by text, evidence text,
        met_at timestamptz, due_at timestamptz, ended_at timestamptz, PRIMARY KEY (arrival_id, asked));
      CREATE INDEX arrival_question_open ON arrival_question (since, arrival_id, asked) WHERE ended_at IS NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    // A partnership that is told of again has them still, and its people ask by telephone meanwhile.
    await queryRunner.query('DROP TABLE arrival_question, child_arrival');
  }
}
