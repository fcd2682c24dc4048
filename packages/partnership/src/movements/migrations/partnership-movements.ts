import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A partnership's side of movements: its records, their histories, and messages on their way to and from the hub. */
export class PartnershipMovements1763769600500 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // Nothing but demonstration data could be entered so far. It comes again, with histories, after this.
    await queryRunner.query(`
      DELETE FROM child_record;
      DELETE FROM loaded_source WHERE name = 'demonstration child records';
      ALTER TABLE child_record
        DROP CONSTRAINT child_record_pkey, DROP CONSTRAINT child_record_status_check, ALTER opened_on DROP NOT NULL,
        ADD side text NOT NULL CHECK (side IN ('ORIGIN', 'DESTINATION')), ADD authority text NOT NULL,
        ADD movement_state text, ADD notified_at timestamptz, ADD ended_at timestamptz,
        ADD arrival_id text UNIQUE, ADD arrived_on date, ADD plan text, ADD plan_since date, ADD category_of_need text,
        ADD is_adopted boolean NOT NULL DEFAULT false, ADD is_shielded boolean NOT NULL DEFAULT false,
        -- A partnership of several authorities may have both sides of a movement.
        ADD PRIMARY KEY (movement_id, side),
        ADD CHECK (status IN ('KNOWN', 'OPEN', 'CLOSED')), 
        ADD CHECK (status <> 'KNOWN' OR opened_on IS NULL), ADD CHECK (status <> 'OPEN' OR opened_on IS NOT NULL),
        ADD CHECK (authority = CASE side WHEN 'ORIGIN' THEN origin_code ELSE destination_code END),
        ADD CHECK ((arrival_id IS NULL) = (arrived_on IS NULL));
      CREATE INDEX child_record_by_origin ON child_record (origin_code);
      CREATE INDEX child_record_by_destination ON child_record (destination_code);
      CREATE INDEX child_record_by_child ON child_record (child_pseudonym);
      CREATE INDEX child_record_ended ON child_record (ended_at) WHERE ended_at IS NOT NULL;
      CREATE INDEX child_record_open ON child_record (status) WHERE status = 'OPEN';

      CREATE TABLE movement_event (
        movement_id text NOT NULL, position integer NOT NULL CHECK (position >= 0), message_id text NOT NULL UNIQUE,
        recorded_at timestamptz NOT NULL, body jsonb NOT NULL, PRIMARY KEY (movement_id, position));
      CREATE TABLE movement_waiting (
        message_id text PRIMARY KEY, movement_id text NOT NULL, after text NOT NULL, body jsonb NOT NULL,
        fetched_at timestamptz NOT NULL);
      CREATE INDEX movement_waiting_by_movement ON movement_waiting (movement_id);
      CREATE TABLE movement_outbox (
        sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE, id text PRIMARY KEY, movement_id text NOT NULL,
        body jsonb NOT NULL, written_at timestamptz NOT NULL DEFAULT now(), attempts integer NOT NULL DEFAULT 0,
        next_attempt_at timestamptz NOT NULL DEFAULT now(), last_problem text, delivered_at timestamptz, outcome text,
        refusal jsonb,
        CHECK (outcome IN ('RECORDED', 'HELD', 'REFUSED')), CHECK ((delivered_at IS NULL) = (outcome IS NULL)),
        CHECK ((outcome IS NOT DISTINCT FROM 'REFUSED') = (refusal IS NOT NULL)));
      CREATE INDEX movement_outbox_waiting ON movement_outbox (sequence) WHERE delivered_at IS NULL;
      CREATE INDEX movement_outbox_undelivered ON movement_outbox (sequence) WHERE outcome IS DISTINCT FROM 'RECORDED';
      CREATE INDEX movement_outbox_by_movement ON movement_outbox (movement_id);
      CREATE TABLE movement_removal (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, removed_at timestamptz NOT NULL, reason text NOT NULL,
        period_days integer NOT NULL, movements integer NOT NULL, messages integer NOT NULL);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    // Records that are only known of, and both sides of one movement, had no place. They go.
    await queryRunner.query(`
      DROP TABLE movement_removal, movement_outbox, movement_waiting, movement_event;
      DELETE FROM child_record;
      DROP INDEX child_record_by_origin, child_record_by_destination;
      ALTER TABLE child_record
        DROP side, DROP authority, DROP movement_state, DROP notified_at, DROP ended_at, DROP arrival_id, DROP arrived_on,
        DROP plan, DROP plan_since, DROP category_of_need, DROP is_adopted, DROP is_shielded, DROP status,
        ALTER opened_on SET NOT NULL, ADD PRIMARY KEY (movement_id),
        ADD status text NOT NULL CHECK (status IN ('OPEN', 'CLOSED')),
        ADD CHECK ((status = 'CLOSED') = (closed_on IS NOT NULL));
    `);
  }
}
