import { logLines } from '@hub/http';
import { pino } from 'pino';
import { readConfig } from './config';
import { startGateway } from './gateway-server';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ name: 'gateway', level: config.LOG_LEVEL }, logLines());
  const { url, metricsUrl, stop } = await startGateway(config, log);
  log.info(
    { url, ...(metricsUrl !== null && { metricsUrl }), subgraphs: config.SUBGRAPHS.map(({ name }) => name) },
    'The gateway is open.',
  );

  let stopping = false;
  const shutDown = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'The gateway is closing.');
    stop().then(
      () => process.exit(0),
      (error: unknown) => fail('The gateway did not close cleanly.', error),
    );
  };
  process.on('SIGTERM', shutDown);
  process.on('SIGINT', shutDown);
}

/** One clear line, for whoever started it; the remedy with it, where there is one. */
function fail(what: string, error: unknown): void {
  const { message, remedy = '' } = error as Error & { remedy?: string };
  process.stderr.write(`${`${what} ${message} ${remedy}`.replace(/\s+/g, ' ').trim()}\n`);
  process.exit(1);
}

main().catch((error: unknown) => fail('The gateway did not start.', error));
