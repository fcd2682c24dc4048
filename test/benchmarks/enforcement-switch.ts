/**
 * Loaded with `--require` before the main file of a gateway or a subgraph, for the benchmark alone: lets enforcement, tokens
 * of gateway tokens, guards and records of access be switched off and on again in the running process. It replaces functions of
 * built modules, so that nothing in the product can be told to do without them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestIdentity } from '@hub/access';
import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import { MODE_FILE, SWITCH_FOLDER, type Mode } from './enforcement-mode';

const ROOT = join(__dirname, '../../..');

/** Without enforcement everybody is the same duty team: resolvers ask for whose authority they answer. */
const ANYBODY: RequestIdentity = {
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

type Call<Result> = (...of: unknown[]) => Result;
interface Loads {
  load(options: unknown): Promise<{ executor: Call<unknown> }>;
}
interface ChecksRequestIdentities {
  check: Call<Promise<void>>;
  of: Call<RequestIdentity>;
}
interface Plugin {
  requestDidStart: Call<Promise<unknown>>;
}
interface SignsGatewayTokens {
  prototype: { tokenFor: Call<unknown> };
}

let isOn = true;
const onSwitch: (() => void)[] = [];

if (isMainOf('gateway')) {
  replace('gateway/dist/access/enforced-gateway.js', 'EnforcedGateway', switchableGateway);
  replace('gateway/dist/audit/audit-plugin.js', 'auditPlugin', switchablePlugin);
  replace('packages/access/dist/gateway-token/gateway-token-signer.js', 'GatewayTokenSigner', switchableSigner);
  listen();
} else if (isMainOf('subgraphs')) {
  replace('packages/subgraph-kit/dist/access/guard-schema.js', 'guardSchema', switchableGuards);
  replace('packages/subgraph-kit/dist/server/request-identities.js', 'theHub', switchableRequestIdentities);
  replace('packages/subgraph-kit/dist/server/audit-operations.js', 'auditOperations', switchablePlugin);
  replace('packages/subgraph-kit/dist/server/refuse-introspection.js', 'refuseIntrospection', switchablePlugin);
  listen();
}

/** Does as the benchmark says from now on, and says so. */
function listen(): void {
  const folder = process.env[SWITCH_FOLDER] ?? '';
  process.on('SIGUSR2', () => {
    const mode = readFileSync(join(folder, MODE_FILE), 'utf8') as Mode;
    isOn = mode === 'with';
    for (const swap of onSwitch) swap();
    writeFileSync(join(folder, String(process.pid)), mode);
  });
}

function switchableGateway(Enforced: new (...of: unknown[]) => Loads) {
  return function (inner: Loads, ...others: unknown[]) {
    const enforced = new Enforced(inner, ...others);
    const [loadInner, loadEnforced] = [inner.load.bind(inner), enforced.load.bind(enforced)];
    let bare: Call<unknown>;
    inner.load = async (options) => {
      const loaded = await loadInner(options);
      bare = loaded.executor;
      return loaded;
    };
    enforced.load = async (options) => {
      const { executor } = await loadEnforced(options);
      return { executor: (incoming) => (isOn ? executor : bare)(incoming) };
    };
    return enforced;
  };
}

function switchableSigner(GatewayTokenSigner: SignsGatewayTokens): SignsGatewayTokens {
  const { tokenFor } = GatewayTokenSigner.prototype;
  GatewayTokenSigner.prototype.tokenFor = function (...of) {
    return isOn ? tokenFor.apply(this, of) : undefined;
  };
  return GatewayTokenSigner;
}

function switchableRequestIdentities(theHub: Call<ChecksRequestIdentities>): Call<ChecksRequestIdentities> {
  return (...parts) => {
    const { check, of } = theHub(...parts);
    return {
      check: async (...exchange) => (isOn ? check(...exchange) : undefined),
      of: (request) => (isOn ? of(request) : ANYBODY),
    };
  };
}

function switchablePlugin(make: Call<Plugin>): Call<Plugin> {
  return (...parts) => {
    const plugin = make(...parts);
    return { requestDidStart: async (request) => (isOn ? plugin.requestDidStart(request) : undefined) };
  };
}

/** What guards are put on is put back as it was before them. */
function switchableGuards(guardSchema: Call<unknown>): Call<unknown> {
  return (schema, ...others) => {
    const places = placesOfGuards(schema as GraphQLSchema);
    const before = places.map(({ holder, name }) => holder[name]);
    const guards = guardSchema(schema, ...others);
    const after = places.map(({ holder, name }) => holder[name]);
    onSwitch.push(() => places.forEach(({ holder, name }, index) => (holder[name] = (isOn ? after : before)[index])));
    return guards;
  };
}

function placesOfGuards(schema: GraphQLSchema): { holder: Record<string, unknown>; name: string }[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
  const places = types.flatMap((type) => [
    ...Object.values(type.getFields()).map((field) => ({ holder: field, name: 'resolve' })),
    { holder: type, name: 'isTypeOf' },
    ...(subgraphOf(type.extensions) ?? []),
  ]);
  return places as never;
}

function subgraphOf(extensions: object) {
  const { apollo } = extensions as { apollo?: { subgraph?: object } };
  return apollo?.subgraph && [{ holder: apollo.subgraph, name: 'resolveReference' }];
}

/** The hub's first file of each process gets the main file as its first argument. */
function isMainOf(folder: string): boolean {
  return process.argv[2]?.startsWith(join(ROOT, folder)) ?? false;
}

function replace<Original>(file: string, name: string, by: (original: Original) => unknown): void {
  const exported = require(join(ROOT, file)) as Record<string, unknown>;
  // A benchmark that leaves something on that it says is off would flatter what it measures.
  if (typeof exported[name] !== 'function') throw new Error(`${file} has no function ${name}: change the benchmark.`);
  exported[name] = by(exported[name] as Original);
}
