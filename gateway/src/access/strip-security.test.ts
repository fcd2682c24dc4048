import { ApolloGateway } from '@apollo/gateway';
import { composeSupergraph } from '@hub/registry';
import { guardedLambeth, guardedLondon } from '../../testing/guarded-london';
import { stripSecurity } from './strip-security';

process.env['APOLLO_TELEMETRY_DISABLED'] = '1';

const { supergraphSdl } = composeSupergraph(
  [guardedLondon(), guardedLambeth()].map(({ name, sdl }) => ({ name, sdl, url: `http://${name}` })),
);

const load = async (sdl: string) => {
  const gateway = new ApolloGateway({ supergraphSdl: sdl, logger: silent });
  try {
    return await gateway.load();
  } finally {
    await gateway.stop();
  }
};
const silent = { debug() {}, info() {}, warn() {}, error() {} };

describe('stripSecurity', () => {
  it('makes a composed supergraph one that @apollo/gateway loads', async () => {
    expect(supergraphSdl.match(/for: SECURITY/g)).toHaveLength(2);
    await expect(load(supergraphSdl)).rejects.toThrow(/for: SECURITY.*unsupported/);
    const { schema } = (await load(stripSecurity(supergraphSdl))) as unknown as {
      schema: { getDirectives(): { name: string }[] };
    };
    expect(schema.getDirectives().map(({ name }) => name)).not.toContain('authenticated');
  });

  it('keeps the directives, and every other feature as it was', () => {
    const stripped = stripSecurity(supergraphSdl);
    expect(stripped).toContain('@requiresScopes(scopes: [["movements:read"]])');
    expect(stripped).toMatch(/join\/v0\.5", for: EXECUTION/);
  });

  it('leaves the mark on what the gateway does not enforce, which is then refused', async () => {
    const policy = '@link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)';
    const sdl = supergraphSdl.replace('schema\n', `schema\n  ${policy}\n`);
    expect(stripSecurity(sdl)).toContain(policy);
    await expect(load(stripSecurity(sdl))).rejects.toThrow('policy');
  });
});
