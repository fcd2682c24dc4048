import { uniqueReferences } from '@hub/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who sits where, which bodies were opened, what groups reported, and contacts with other boards. No column holds a name of a person. */
export class SeatsAndBodies1764900002000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE body DROP CONSTRAINT body_position_key;
      ALTER TABLE body ADD covers_codes text[] NOT NULL DEFAULT '{}', ADD representatives_per_agency integer,
        ADD opened_on date, ADD closed_on date, ADD decision_reference text, ADD note text,
        ADD is_reference boolean NOT NULL DEFAULT true, ADD is_synthetic boolean NOT NULL DEFAULT false;
      ALTER TABLE body ALTER covers_codes DROP DEFAULT, ALTER is_reference DROP DEFAULT, ALTER is_synthetic DROP DEFAULT;
      CREATE TABLE appointment (
        id text PRIMARY KEY, reference text NOT NULL,
        seat_id text REFERENCES seat DEFERRABLE INITIALLY DEFERRED,
        body_id text REFERENCES body DEFERRABLE INITIALLY DEFERRED, post text, role_title text NOT NULL,
        agency_id text REFERENCES agency DEFERRABLE INITIALLY DEFERRED,
        appointed_on date NOT NULL, agreed_on date, ended_on date, renews_reference text, is_synthetic boolean NOT NULL,
        CHECK (num_nonnulls(seat_id, body_id, post) = 1), CHECK (ended_on >= appointed_on));
      CREATE TABLE chair_appointment (
        id text PRIMARY KEY, body_id text NOT NULL REFERENCES body DEFERRABLE INITIALLY DEFERRED,
        office text NOT NULL, role_title text NOT NULL, sector text NOT NULL,
        agency_id text REFERENCES agency DEFERRABLE INITIALLY DEFERRED,
        appointed_on date NOT NULL, agreed_by text[] NOT NULL, agreed_on date, is_also_scrutineer boolean,
        also_chairs text, member_reference text, ended_on date, is_synthetic boolean NOT NULL,
        CHECK (ended_on >= appointed_on));
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
    for (const table of TABLES) {
      await queryRunner.query(uniqueReferences(table, table === 'appointment' ? 'reference' : 'id'));
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE ${TABLES.join(', ')};
      DELETE FROM body WHERE NOT is_reference;
      ALTER TABLE body DROP covers_codes, DROP representatives_per_agency, DROP opened_on, DROP closed_on,
        DROP decision_reference, DROP note, DROP is_reference, DROP is_synthetic;
      ALTER TABLE body ADD CONSTRAINT body_position_key UNIQUE (position);
    `);
  }
}

const TABLES = ['board_contact', 'group_report', 'chair_appointment', 'appointment'];
