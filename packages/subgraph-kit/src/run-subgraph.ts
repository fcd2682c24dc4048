import { buildFederatedSchema } from './build-federated-schema';
import { buildOwnApi } from './own-api/build-own-api';
import { serveSubgraph } from './serve-subgraph';
import { stopOnSignals } from './stop-on-signals';
import type { SubgraphDefinition } from './subgraph-definition';

/**
 * Runs a subgraph as this process, for its `main.ts`. A signal stops it once the requests in flight are answered. A start
 * that fails prints one line on stderr and exits with 1. With the argument `--print-schema` it prints the SDL that it
 * would publish, with `--print-own-api` that of its own API, and with `--print-clauses` its clauses and where each lives, as
 * JSON; needing no database, and ends.
 */
export function runSubgraph(definition: SubgraphDefinition): void {
  if (process.argv.includes('--print-clauses')) {
    process.stdout.write(JSON.stringify(definition.clauseReference?.() ?? null));
    return;
  }
  const printed = process.argv.includes('--print-schema')
    ? buildFederatedSchema(definition)
    : process.argv.includes('--print-own-api') && buildOwnApi(definition);
  if (printed) {
    printed.then((served) => process.stdout.write(served ? `${served.sdl}\n` : ''), fail);
    return;
  }
  const starting = serveSubgraph(definition);
  // A signal during the start waits for it: migrations are not cut in two.
  stopOnSignals(async () => (await starting).close());
  starting.catch(fail);

  function fail(error: unknown): void {
    const reason = error instanceof Error && error.message ? error.message : String(error);
    process.stderr.write(`The ${definition.name} subgraph did not start: ${reason.replace(/\s+/g, ' ')}\n`);
    process.exit(1);
  }
}
