import type { Logger as PinoLogger } from 'pino';
import type { Logger } from 'typeorm';

/**
 * Passes on what operators need to know from TypeORM. Statements, their parameters and the messages of failed ones are
 * left out on purpose: they hold children's data. Without this class TypeORM prints migrations to the console.
 */
export class TypeormLogger implements Logger {
  constructor(private readonly logger: PinoLogger | undefined) {}

  logQuery(): void {}

  logQueryError(): void {}

  logQuerySlow(durationMs: number): void {
    this.logger?.warn({ durationMs }, 'slow database statement');
  }

  logSchemaBuild(message: string): void {
    this.logger?.debug(message);
  }

  logMigration(message: string): void {
    this.logger?.info(message);
  }

  log(level: 'log' | 'info' | 'warn', message: unknown): void {
    this.logger?.[level === 'warn' ? 'warn' : 'debug'](String(message));
  }
}
