import { loggable, withoutValues } from '@hub/access';
import { stdSerializers, type Logger } from 'pino';

/**
 * A logger that cuts and cleans whatever is logged: messages of errors, and places in answers, hold what callers wrote. Of
 * errors it leaves out the values that they quote.
 */
export function boundedLog(log: Logger): Logger {
  const err = (error: Error) => {
    const { message, stack, ...others } = stdSerializers.err(error);
    return loggable({ ...others, message: withoutValues(message), stack: withoutValues(stack) });
  };
  return log.child({}, { formatters: { log: loggable }, serializers: { err } });
}
