import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a movement is known of, as an index can hold it. */
export const KNOWN_SINCE = `coalesce(notified_at, coalesce(arrived_on, opened_on, DATE '1970-01-01')::timestamp AT TIME ZONE 'UTC')`;

/** Indexes by which a partnership reads its own movements and its inbox page by page. */
export class OwnPages1764500000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX child_record_latest ON child_record ((${KNOWN_SINCE}) DESC, movement_id DESC);
      CREATE INDEX child_record_own_latest ON child_record (authority, (${KNOWN_SINCE}) DESC, movement_id DESC);
      CREATE INDEX movement_event_latest ON movement_event (recorded_at DESC, message_id DESC);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX child_record_latest, child_record_own_latest, movement_event_latest');
  }
}
