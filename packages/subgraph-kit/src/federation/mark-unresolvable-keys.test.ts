import { parse, print } from 'graphql';
import { markUnresolvableKeys } from './mark-unresolvable-keys';

const document = parse(`
  type LambethPartnership @key(fields: "id") { id: ID! }
  type LocalAuthority @key(fields: "gssCode") @tag(name: "public") { gssCode: ID! }
`);

describe('keys of entities', () => {
  it('are marked where the subgraph cannot find the entity again, and only there', () => {
    const sdl = print(markUnresolvableKeys(document, new Set(['LambethPartnership'])));
    expect(sdl).toContain('type LambethPartnership @key(fields: "id") {');
    expect(sdl).toContain('type LocalAuthority @key(fields: "gssCode", resolvable: false) @tag(name: "public") {');
  });
});
