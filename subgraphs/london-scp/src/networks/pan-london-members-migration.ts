import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A member of a network may be a pan-London agency (LON-10), which is of no partnership of the directory. */
export class PanLondonMembers1764900002010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE network_member DROP CONSTRAINT IF EXISTS network_member_partnership_id_fkey');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM network_member WHERE partnership_id NOT IN (SELECT id FROM partnership);
      ALTER TABLE network_member ADD FOREIGN KEY (partnership_id) REFERENCES partnership DEFERRABLE INITIALLY DEFERRED;
    `);
  }
}
