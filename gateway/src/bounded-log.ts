import { loggable } from '@hub/access';
import { stdSerializers, type Logger } from 'pino';

/** A logger that cuts and cleans whatever is logged: messages of errors, and places in answers, hold what callers wrote. */
export function boundedLog(log: Logger): Logger {
  const err = (error: Error) => loggable(stdSerializers.err(error));
  return log.child({}, { formatters: { log: loggable }, serializers: { err } });
}
