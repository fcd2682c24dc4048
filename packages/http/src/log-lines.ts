import { destination, symbols, type DestinationStream } from 'pino';

/** How long a line may wait for others, in milliseconds. */
const WAITED_MS = 200;
/** How many characters may wait. */
const GATHERED_LENGTH = 8 * 1024;
/** From this level on nothing waits: that of a warning. */
const AT_ONCE = 40;

/**
 * Where a server's logger writes: lines go together, since each write of its own takes a third of the processor time of a
 * small question. A warning goes at once, with all before it; what waits when the process ends is written then. What is
 * killed loses the lines of its last moment; the record of access is not among them, since it is not in a log.
 *
 * @param file - a path, or the number of an open file. @default standard output
 */
export function logLines(file: string | number = 1): DestinationStream {
  const out = destination({ dest: file, sync: true });
  let gathered = '';
  let waiting: NodeJS.Timeout | undefined;
  const writeAll = () => {
    clearTimeout(waiting);
    waiting = undefined;
    out.write(gathered);
    gathered = '';
  };
  process.once('exit', writeAll);
  const lines = {
    [symbols.needsMetadataGsym]: true,
    /** Set by the logger before each line. */
    lastLevel: 0,
    write(line: string) {
      gathered += line;
      if (lines.lastLevel >= AT_ONCE || gathered.length >= GATHERED_LENGTH) writeAll();
      else waiting ??= setTimeout(writeAll, WAITED_MS).unref();
    },
  };
  return lines;
}
