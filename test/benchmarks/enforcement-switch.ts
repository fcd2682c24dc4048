/**
 * Loaded with `--require` before the main file of a gateway or a subgraph, for the benchmark alone: lets enforcement, tokens
 * of gateway tokens, guards and records of access be switched off and on again in the running process. It replaces functions of
 * built modules, so that nothing in the product can be told to do without them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCOPES, type RequestIdentity } from '@hub/access';
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
interface DecidesVariants {
  prototype: { of: Call<unknown> };
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
  replace('gateway/dist/operation/operation-variants.js', 'OperationVariants', switchableVariants);
  replace('gateway/dist/audit/audit-plugin.js', 'recordAccess', switchableRecord);
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

/** Without enforcement everybody may see everything. */
function switchableVariants(OperationVariants: DecidesVariants): DecidesVariants {
  const { of } = OperationVariants.prototype;
  const everything = { scopes: new Set(Object.keys(SCOPES)) };
  OperationVariants.prototype.of = function (client, caller) {
    return of.call(this, client, isOn ? caller : everything);
  };
  return OperationVariants;
}

function switchableRecord(recordAccess: Call<Call<Promise<unknown>>>): Call<Call<Promise<unknown>>> {
  return (...parts) => {
    const record = recordAccess(...parts);
    return async (...access) => (isOn ? record(...access) : null);
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
