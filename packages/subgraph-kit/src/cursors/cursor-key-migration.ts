import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The secrets that sign cursors, in the database of the subgraph: all of its processes have the same, and a cursor outlives
 * them. Each is of 244 random bits, from PostgreSQL's strong source.
 */
export class CursorKey1764371000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE cursor_key (
        version integer PRIMARY KEY CHECK (version > 0),
        secret bytea NOT NULL CHECK (octet_length(secret) >= 32)
      );
      INSERT INTO cursor_key (version, secret)
        VALUES (1, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE cursor_key');
  }
}
