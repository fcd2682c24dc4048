import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The table of the member agreement. */
export class MemberAgreement1763773260000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE member_agreement (
        id text PRIMARY KEY, title text NOT NULL, undertakings jsonb NOT NULL, contributions jsonb NOT NULL,
        entitlements jsonb NOT NULL, sources text[] NOT NULL);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE member_agreement;');
  }
}
