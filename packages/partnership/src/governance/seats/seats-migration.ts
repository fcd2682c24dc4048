import { uniqueReferences } from '@hub/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who sits where, and which bodies were opened. No column holds a name of a person. */
export class Seats1764900002000 implements MigrationInterface {
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
    `);
    await queryRunner.query(uniqueReferences('appointment', 'reference'));
    await queryRunner.query(uniqueReferences('chair_appointment', 'id'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE chair_appointment, appointment;
      DELETE FROM body WHERE NOT is_reference;
      SET CONSTRAINTS ALL IMMEDIATE;
      ALTER TABLE body DROP covers_codes, DROP representatives_per_agency, DROP opened_on, DROP closed_on,
        DROP decision_reference, DROP note, DROP is_reference, DROP is_synthetic;
      ALTER TABLE body ADD CONSTRAINT body_position_key UNIQUE (position);
    `);
  }
}
