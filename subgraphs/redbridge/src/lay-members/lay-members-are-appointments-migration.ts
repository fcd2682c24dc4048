import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lay members are appointments to their seat. Those that were kept here become such, each under its old id as reference. */
export class LayMembersAreAppointments1764900002001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      INSERT INTO appointment (id, reference, seat_id, role_title, appointed_on, renews_reference, is_synthetic)
        SELECT 'redbridge:appointment:' || member.id, member.id, seat.id, 'Lay member', member.appointed_on,
          CASE WHEN member.is_renewed THEN 'not recorded here' END, false
        FROM lay_member member CROSS JOIN (SELECT id FROM seat WHERE capacity = 'LAY_MEMBER' LIMIT 1) seat
        WHERE NOT member.is_synthetic;
      DROP TABLE lay_member;
      DELETE FROM loaded_source WHERE name = 'lay-member-demonstration';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE lay_member (
        id text PRIMARY KEY, appointed_on date NOT NULL, is_renewed boolean NOT NULL, is_synthetic boolean NOT NULL);
      INSERT INTO lay_member
        SELECT reference, appointed_on, renews_reference IS NOT NULL, is_synthetic FROM appointment
        WHERE seat_id IN (SELECT id FROM seat WHERE capacity = 'LAY_MEMBER');
    `);
  }
}
