import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose systems are told by webhook, and what they have not been told yet. */
export class Webhooks1764700000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE webhook_receiver (partnership text PRIMARY KEY, url text NOT NULL);
      CREATE TABLE movement_webhook (
        sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
        partnership text NOT NULL REFERENCES webhook_receiver ON DELETE CASCADE,
        movement_id text NOT NULL, topic text NOT NULL,
        since timestamptz NOT NULL DEFAULT clock_timestamp(),
        attempts integer NOT NULL DEFAULT 0, next_attempt_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        last_problem text, given_up_at timestamptz);
      CREATE INDEX webhook_of_movement ON movement_webhook (partnership, movement_id, sequence);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE movement_webhook; DROP TABLE webhook_receiver');
  }
}
