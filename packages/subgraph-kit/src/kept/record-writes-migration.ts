import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a table of records does when it is written to: a line goes beside it, in the same transaction, so that whoever sees
 * what was written sees the line. Some hundred lines at most are there for long: one in so many takes the earlier ones away,
 * but for those that somebody else is taking, for whom it does not wait.
 */
export class RecordWrites1765200000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE record_write (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, token uuid NOT NULL DEFAULT gen_random_uuid());
      CREATE FUNCTION tell_record_written() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      DECLARE written bigint;
      BEGIN
        INSERT INTO record_write DEFAULT VALUES RETURNING id INTO written;
        IF written % 500 = 0 THEN
          DELETE FROM record_write WHERE id IN (
            SELECT id FROM record_write WHERE id < written FOR UPDATE SKIP LOCKED);
        END IF;
        RETURN NULL;
      END $$`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION tell_record_written() CASCADE; DROP TABLE record_write');
  }
}
