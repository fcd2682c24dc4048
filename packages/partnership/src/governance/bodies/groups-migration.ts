import { uniqueReferences } from '@hub/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What groups reported, and contacts with other boards. */
export class Groups1764900002003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE group_report (
        id text PRIMARY KEY, body_id text NOT NULL REFERENCES body DEFERRABLE INITIALLY DEFERRED,
        received_by_id text NOT NULL REFERENCES body DEFERRABLE INITIALLY DEFERRED,
        received_on date NOT NULL, theme text, voice_of_the_child text, is_synthetic boolean NOT NULL);
      CREATE INDEX group_report_latest_first ON group_report (received_on DESC, id DESC);
      CREATE TABLE board_contact (
        id text PRIMARY KEY, relation_id text NOT NULL REFERENCES relation DEFERRABLE INITIALLY DEFERRED,
        kind text NOT NULL, held_on date NOT NULL, is_synthetic boolean NOT NULL);
      CREATE INDEX board_contact_latest_first ON board_contact (held_on DESC, id DESC);
    `);
    await queryRunner.query(uniqueReferences('group_report', 'id'));
    await queryRunner.query(uniqueReferences('board_contact', 'id'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE board_contact, group_report');
  }
}
