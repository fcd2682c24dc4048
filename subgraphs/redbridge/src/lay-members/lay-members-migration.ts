import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The table of lay members. It has no column for a name: the hub needs none. */
export class LayMembers1763773200000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE lay_member (
        id text PRIMARY KEY, appointed_on date NOT NULL, is_renewed boolean NOT NULL, is_synthetic boolean NOT NULL);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE lay_member;');
  }
}
