import type { MigrationInterface, QueryRunner } from 'typeorm';

/** On whose word alone an authority outside the hub is said to be responsible. */
export class ResponsibilityOnWordOf1764559000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE child_responsibility ADD on_word_of text;
      UPDATE child_responsibility AS period SET on_word_of = body #>> '{data,recordedBy}' FROM movement_event AS step
      WHERE step.movement_id = period.movement_id AND step.authority = period.authority
        AND (step.move = 'NOTIFY' AND period.position = 0
          OR step.move = 'ACCEPT_RESPONSIBILITY' AND step.recorded_at = period.from_at);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE child_responsibility DROP on_word_of');
  }
}
