import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Movements as what follows from their events, and the exchange of messages with partnerships. */
export class MovementHistories1763769600500 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // Nothing but demonstration data could be entered so far. It comes again, with histories, after this.
    await queryRunner.query(`
      DELETE FROM child_movement;
      -- A child also moves from or to an authority outside London, which the directory does not know.
      ALTER TABLE child_movement
        DROP CONSTRAINT child_movement_origin_code_fkey, DROP CONSTRAINT child_movement_destination_code_fkey,
        DROP is_permanent, ALTER moved_on DROP NOT NULL,
        ADD origin_name text, ADD destination_name text, ADD siblings text[] NOT NULL DEFAULT '{}',
        ADD permanence text NOT NULL, ADD discovery text NOT NULL, ADD state text NOT NULL,
        ADD since timestamptz NOT NULL, ADD notified_at timestamptz NOT NULL, ADD acknowledged_at timestamptz,
        ADD escalated_at timestamptz, ADD closed_at timestamptz, ADD responsible_code text NOT NULL,
        ADD placement_distance text, ADD placement_approved_by text, ADD placement_starts_on date;
      CREATE UNIQUE INDEX child_movement_once_open ON child_movement (child_pseudonym, origin_code, destination_code)
        WHERE closed_at IS NULL;
      CREATE INDEX child_movement_closed ON child_movement (closed_at) WHERE closed_at IS NOT NULL;

      CREATE TABLE movement_event (
        movement_id text NOT NULL REFERENCES child_movement ON DELETE CASCADE, position integer NOT NULL,
        message_id text NOT NULL UNIQUE, move text NOT NULL, side text NOT NULL, authority text NOT NULL,
        occurred_at timestamptz NOT NULL, recorded_at timestamptz NOT NULL, state text NOT NULL, body jsonb NOT NULL,
        PRIMARY KEY (movement_id, position));
      CREATE TABLE movement_clock (
        movement_id text NOT NULL REFERENCES child_movement ON DELETE CASCADE, code text NOT NULL, rule_id text,
        started_at timestamptz, due_at timestamptz, met_at timestamptz, stopped_at timestamptz,
        PRIMARY KEY (movement_id, code));
      CREATE INDEX movement_clock_running ON movement_clock (due_at)
        WHERE met_at IS NULL AND stopped_at IS NULL AND due_at IS NOT NULL;
      CREATE TABLE movement_responsibility (
        movement_id text NOT NULL REFERENCES child_movement ON DELETE CASCADE, position integer NOT NULL,
        authority text NOT NULL, from_at timestamptz NOT NULL, until_at timestamptz, PRIMARY KEY (movement_id, position));
      CREATE TABLE movement_escalation (
        movement_id text NOT NULL REFERENCES child_movement ON DELETE CASCADE, code text NOT NULL, route text[] NOT NULL,
        due_at timestamptz NOT NULL, escalated_at timestamptz NOT NULL, PRIMARY KEY (movement_id, code));

      -- Of a movement that may not be there yet, or never: so no reference.
      CREATE TABLE movement_message (
        id text PRIMARY KEY, movement_id text NOT NULL, sender text NOT NULL, body jsonb NOT NULL,
        received_at timestamptz NOT NULL, outcome text NOT NULL, refusal jsonb, settled_at timestamptz,
        CHECK (outcome IN ('RECORDED', 'HELD', 'REFUSED')), CHECK ((outcome = 'HELD') = (settled_at IS NULL)),
        CHECK ((outcome = 'REFUSED') = (refusal IS NOT NULL)));
      CREATE INDEX movement_message_by_movement ON movement_message (movement_id);
      CREATE INDEX movement_message_undelivered ON movement_message (sender, received_at, id) WHERE outcome <> 'RECORDED';
      CREATE TABLE movement_delivery (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, recipient text NOT NULL, movement_id text NOT NULL,
        message_id text NOT NULL, body jsonb NOT NULL, created_at timestamptz NOT NULL, acknowledged_at timestamptz);
      CREATE INDEX movement_delivery_waiting ON movement_delivery (recipient, id) WHERE acknowledged_at IS NULL;
      CREATE INDEX movement_delivery_by_movement ON movement_delivery (movement_id);

      CREATE TABLE movement_removal (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, removed_at timestamptz NOT NULL, reason text NOT NULL,
        period_days integer NOT NULL, movements integer NOT NULL, messages integer NOT NULL);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    // Without their histories, and outside London, movements would not be what they were. They go.
    await queryRunner.query(`
      DROP TABLE movement_removal, movement_delivery, movement_message, movement_escalation, movement_responsibility,
        movement_clock, movement_event;
      DROP INDEX child_movement_once_open, child_movement_closed;
      DELETE FROM child_movement;
      ALTER TABLE child_movement
        DROP origin_name, DROP destination_name, DROP siblings, DROP permanence, DROP discovery, DROP state, DROP since,
        DROP notified_at, DROP acknowledged_at, DROP escalated_at, DROP closed_at, DROP responsible_code,
        DROP placement_distance, DROP placement_approved_by, DROP placement_starts_on,
        ALTER moved_on SET NOT NULL, ADD is_permanent boolean NOT NULL,
        ADD FOREIGN KEY (origin_code) REFERENCES local_authority DEFERRABLE INITIALLY DEFERRED,
        ADD FOREIGN KEY (destination_code) REFERENCES local_authority DEFERRABLE INITIALLY DEFERRED;
    `);
  }
}
