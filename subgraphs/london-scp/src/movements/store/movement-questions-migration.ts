import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What questions about movements are found by. */
export class MovementQuestions1763769600600 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- A party's own: the open ones, which are few of all, and those with one counterpart, at either side.
      CREATE INDEX child_movement_open_by_origin ON child_movement (origin_code, notified_on, id)
        WHERE closed_at IS NULL;
      CREATE INDEX child_movement_open_by_destination ON child_movement (destination_code, notified_on, id)
        WHERE closed_at IS NULL;
      CREATE INDEX child_movement_by_pair ON child_movement (origin_code, destination_code, notified_on, id)
        INCLUDE (category, is_synthetic);
      CREATE INDEX child_movement_by_child ON child_movement (child_pseudonym, notified_on);

      -- What is overdue, and who is responsible for it: only of open ones.
      DROP INDEX movement_clock_running;
      CREATE INDEX movement_clock_running ON movement_clock (due_at) INCLUDE (movement_id, code)
        WHERE met_at IS NULL AND stopped_at IS NULL AND due_at IS NOT NULL;
      CREATE INDEX child_movement_open ON child_movement (id) INCLUDE (responsible_code, is_synthetic)
        WHERE closed_at IS NULL;

      -- Counts: these hold all that is counted, so that the table itself is not read.
      CREATE INDEX child_movement_flows ON child_movement (notified_on) INCLUDE (origin_code, destination_code);
      CREATE INDEX child_movement_disputed ON child_movement (origin_code, destination_code) INCLUDE (is_synthetic)
        WHERE state = 'DISPUTED';
      CREATE INDEX child_movement_unapproved ON child_movement (placement_starts_on)
        INCLUDE (origin_code, is_synthetic)
        WHERE placement_distance = 'AT_A_DISTANCE' AND placement_approved_by IS NULL AND closed_at IS NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX child_movement_unapproved, child_movement_disputed, child_movement_flows, child_movement_by_child,
        child_movement_by_pair, child_movement_open_by_destination, child_movement_open_by_origin, child_movement_open,
        movement_clock_running;
      CREATE INDEX movement_clock_running ON movement_clock (due_at)
        WHERE met_at IS NULL AND stopped_at IS NULL AND due_at IS NOT NULL;
    `);
  }
}
