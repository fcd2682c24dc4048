import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The Executive's decisions and who signed them off. */
export class Decisions1763769600100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE executive_decision (
        id text PRIMARY KEY, reference text NOT NULL UNIQUE, title text NOT NULL, kind text NOT NULL,
        decided_on date NOT NULL, amount_pence bigint CHECK (amount_pence IS NULL OR (amount_pence > 0 AND kind = 'FUNDING')),
        is_synthetic boolean NOT NULL);
      CREATE INDEX executive_decision_latest_first ON executive_decision (decided_on DESC, id DESC);
      CREATE TABLE decision_sign_off (
        decision_id text NOT NULL REFERENCES executive_decision ON DELETE CASCADE,
        sector text NOT NULL CHECK (sector IN ('LOCAL_AUTHORITY', 'POLICE', 'NHS')),
        signed_on date NOT NULL, by_role text NOT NULL,
        PRIMARY KEY (decision_id, sector));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE decision_sign_off, executive_decision');
  }
}
