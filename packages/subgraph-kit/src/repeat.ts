import type { Logger } from 'pino';
import type { Background } from './background';
import { describeError } from './server/describe-error';

/** What is done again and again. */
export interface Repeated {
  /** As the log calls it. */
  name: string;
  /** Between the end of one time and the beginning of the next, in milliseconds. */
  everyMs: number;
  work: () => Promise<void>;
}

/** Does something at once and then again and again, never twice at a time. A failure is logged, and does not end it. */
export function repeat({ name, everyMs, work }: Repeated, logger: Logger): Background {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const once = async () => {
    try {
      await work();
    } catch (error) {
      logger.error({ work: name, error: describeError(error) }, 'background work failed, and will be tried again');
    }
    if (!isStopped) timer = setTimeout(begin, everyMs).unref();
  };
  let underWay = once();
  function begin() {
    underWay = once();
  }
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
