import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FACTS_CHANNEL } from './facts-channel';

/** What a table of facts does when it is written to: all processes that hold it in memory are told, when that is committed. */
export class FactsChanged1764420000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION tell_facts_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_notify('${FACTS_CHANNEL}', ''); RETURN NULL; END $$`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION tell_facts_changed() CASCADE');
  }
}
