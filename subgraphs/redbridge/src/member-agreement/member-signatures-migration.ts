import { uniqueReferences } from '@hub/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who signed the member agreement, by appointment, and what the Independent Chair permitted. No column holds a name. */
export class MemberSignatures1764900002002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE member_signature (
        id text PRIMARY KEY, appointment_reference text NOT NULL, service text, signed_on date NOT NULL,
        is_synthetic boolean NOT NULL);
      CREATE TABLE confidentiality_permission (
        id text PRIMARY KEY, what text NOT NULL, recipient text NOT NULL, permitted_on date NOT NULL,
        is_synthetic boolean NOT NULL);
      CREATE INDEX confidentiality_permission_latest_first ON confidentiality_permission (permitted_on DESC, id DESC);
    `);
    await queryRunner.query(uniqueReferences('member_signature', 'appointment_reference'));
    await queryRunner.query(uniqueReferences('confidentiality_permission', 'id'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE confidentiality_permission, member_signature');
  }
}
