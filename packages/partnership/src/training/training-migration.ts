import { uniqueReferences } from '@hub/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Courses, who attended them, and what was said of them. */
export class Training1764900004200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE training_course (
        id text PRIMARY KEY, reference text NOT NULL, title text NOT NULL, held_on date NOT NULL,
        places integer NOT NULL CHECK (places > 0), reflects text[] NOT NULL, is_co_delivered boolean NOT NULL,
        is_synthetic boolean NOT NULL);
      CREATE INDEX training_course_by_day ON training_course (held_on, id);
      CREATE TABLE training_attendance (
        id text PRIMARY KEY, course_id text NOT NULL REFERENCES training_course ON DELETE CASCADE,
        agency_id text NOT NULL REFERENCES agency DEFERRABLE INITIALLY DEFERRED,
        attended integer NOT NULL CHECK (attended >= 0), is_synthetic boolean NOT NULL, UNIQUE (course_id, agency_id));
      CREATE TABLE training_evaluation (
        id text PRIMARY KEY, course_id text NOT NULL REFERENCES training_course ON DELETE CASCADE,
        stage text NOT NULL, respondent text NOT NULL, responses integer NOT NULL,
        confident integer NOT NULL CHECK (confident BETWEEN 0 AND responses), is_synthetic boolean NOT NULL,
        UNIQUE (course_id, stage, respondent));
      ${uniqueReferences('training_course', 'reference')}
      ${uniqueReferences('training_attendance', 'id')}
      ${uniqueReferences('training_evaluation', 'id')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE training_evaluation, training_attendance, training_course');
  }
}
