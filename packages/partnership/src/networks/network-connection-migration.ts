import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which body connects to which network. Networks live in another database, so their ids are not checked here. */
export class NetworkConnections1763769600102 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE network_connection (
        id text PRIMARY KEY, network_id text NOT NULL,
        body_id text NOT NULL REFERENCES body DEFERRABLE INITIALLY DEFERRED,
        connected_on date NOT NULL, is_synthetic boolean NOT NULL,
        UNIQUE (network_id, body_id));
      CREATE INDEX network_connection_by_body ON network_connection (body_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE network_connection');
  }
}
