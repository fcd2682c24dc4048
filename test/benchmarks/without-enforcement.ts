/**
 * Loaded with `--require` before the main file of a gateway or a subgraph, for the benchmark alone: the same process without
 * identity, enforcement, tokens of the hop, guards and records of access. It replaces functions of built modules, so that
 * nothing in the product can be told to do without them.
 */
import { join } from 'node:path';
import type { Passport } from '@hub/access';

const ROOT = join(__dirname, '../../..');

/** Everybody is the same duty team: resolvers ask for whose authority they answer. */
const passport: Passport = {
  caller: {
    person: 'benchmark',
    role: 'duty-team',
    organisation: 'E09000022',
    partnership: 'lambeth',
    scopes: new Set(),
  },
  declared: null,
  requestId: 'benchmark',
  alert: null,
  isHub: true,
};
const nothing = () => undefined;
const noPlugin = () => ({});

if (isMainOf('gateway')) {
  replace(
    'gateway/dist/identity/identify.js',
    'addIdentity',
    (app: { decorateRequest(name: string, value: null): void }) => {
      app.decorateRequest('caller', null);
    },
  );
  replace('gateway/dist/identity/identify.js', 'refuseBadToken', async () => undefined);
  replace('gateway/dist/access/enforced-gateway.js', 'EnforcedGateway', function (inner: object) {
    return inner;
  });
  replace('gateway/dist/audit/audit-plugin.js', 'auditPlugin', noPlugin);
  replace('packages/access/dist/hop/hop-signer.js', 'HopSigner', function (this: { tokenFor: unknown }) {
    this.tokenFor = nothing;
  });
} else if (isMainOf('subgraphs')) {
  replace('packages/subgraph-kit/dist/access/guard-schema.js', 'guardSchema', () => []);
  replace('packages/subgraph-kit/dist/server/passports.js', 'passportsAt', () => ({
    check: async () => undefined,
    of: () => passport,
  }));
  replace('packages/subgraph-kit/dist/server/raw-body.js', 'keepRawBodies', nothing);
  replace('packages/subgraph-kit/dist/server/audit-operations.js', 'auditOperations', noPlugin);
  replace('packages/subgraph-kit/dist/server/refuse-introspection.js', 'refuseIntrospection', noPlugin);
}

/** The hub's first file of each process gets the main file as its first argument. */
function isMainOf(folder: string): boolean {
  return process.argv[2]?.startsWith(join(ROOT, folder)) ?? false;
}

function replace(file: string, name: string, by: unknown): void {
  const exported = require(join(ROOT, file)) as Record<string, unknown>;
  // A benchmark that leaves something on that it says is off would flatter what it measures.
  if (typeof exported[name] !== 'function') throw new Error(`${file} has no function ${name}: change the benchmark.`);
  exported[name] = by;
}
