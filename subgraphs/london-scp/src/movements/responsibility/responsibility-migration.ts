import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Responsibility is the child's, whatever movements it has, and what is claimed beside it is kept until it is settled. */
export class ChildResponsibility1764460000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // Of movements that are there, chains are made from their histories when the subgraph loads.
    await queryRunner.query(`
      DROP TABLE movement_responsibility;
      CREATE TABLE child_responsibility (
        child_pseudonym text NOT NULL, position integer NOT NULL, authority text NOT NULL, from_at timestamptz NOT NULL,
        until_at timestamptz, movement_id text NOT NULL, PRIMARY KEY (child_pseudonym, position));
      -- Exactly one is responsible at this moment.
      CREATE UNIQUE INDEX child_responsibility_now ON child_responsibility (child_pseudonym) INCLUDE (authority)
        WHERE until_at IS NULL;
      CREATE INDEX child_responsibility_held ON child_responsibility (authority, child_pseudonym) WHERE until_at IS NULL;
      CREATE TABLE responsibility_claim (
        movement_id text PRIMARY KEY REFERENCES child_movement ON DELETE CASCADE, child_pseudonym text NOT NULL,
        claimant text NOT NULL, since timestamptz NOT NULL, settled_at timestamptz, settlement text, answered_at timestamptz,
        answered_by text, answer text,
        CHECK ((settled_at IS NULL) = (settlement IS NULL)), CHECK (settlement IN ('CONFIRMED', 'WITHDRAWN')));
      CREATE INDEX responsibility_claim_by_child ON responsibility_claim (child_pseudonym);
      CREATE INDEX responsibility_claim_open ON responsibility_claim (since, movement_id) INCLUDE (child_pseudonym, claimant)
        WHERE settlement IS NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    // What one movement said of it is in its history; rows of it come again with the movement's next step.
    await queryRunner.query(`
      DROP TABLE responsibility_claim, child_responsibility;
      CREATE TABLE movement_responsibility (
        movement_id text NOT NULL REFERENCES child_movement ON DELETE CASCADE, position integer NOT NULL,
        authority text NOT NULL, from_at timestamptz NOT NULL, until_at timestamptz, PRIMARY KEY (movement_id, position));
    `);
  }
}
