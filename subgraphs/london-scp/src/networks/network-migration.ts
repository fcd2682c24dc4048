import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Networks and their members. */
export class Networks1763769600002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE network (
        id text PRIMARY KEY, name text NOT NULL UNIQUE, remit text NOT NULL, themes text[] NOT NULL,
        decision_reference text, is_synthetic boolean NOT NULL);
      CREATE TABLE network_member (
        network_id text NOT NULL REFERENCES network ON DELETE CASCADE,
        partnership_id text NOT NULL REFERENCES partnership DEFERRABLE INITIALLY DEFERRED,
        sector text NOT NULL, is_chair boolean NOT NULL,
        PRIMARY KEY (network_id, partnership_id, sector));
      CREATE UNIQUE INDEX network_has_one_chair ON network_member (network_id) WHERE is_chair;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE network_member, network');
  }
}
