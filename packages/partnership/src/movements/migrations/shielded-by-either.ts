import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the other side of a movement shields the child: each side's own mark was there before. */
export class ShieldedByEither1764700000063 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE child_record ADD is_shielded_by_other boolean NOT NULL DEFAULT false');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE child_record DROP is_shielded_by_other');
  }
}
