import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rule of `referenceKey`, for what is unique. */
export class ReferenceKey1764400000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION reference_key(reference text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
        $$ SELECT lower(normalize(btrim(reference), NFC)) $$;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION reference_key(text)');
  }
}
