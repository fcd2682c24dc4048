import * as fc from 'fast-check';
import { fromClaims, toClaims } from './claims';
import { roleOf, ROLE_NAMES, scopesOf } from './role';
import { isChildLevelScope, SCOPES } from './scope';

const role = fc.constantFrom(...ROLE_NAMES);
const partnership = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
/** Names that would make a scope of London's: `budget`, `movements` and so on. */
const tempting = fc.constantFrom(...new Set(Object.keys(SCOPES).map((scope) => scope.split(':')[0]!)));
const scope = fc.oneof(
  fc.constantFrom(...Object.keys(SCOPES)),
  partnership.map((name) => `${name}:write`),
  fc.constantFrom('{partnership}:write', 'nobody', 'null:write', '', '*'),
);
const caller = fc
  .record({ role, partnership: fc.oneof(partnership, tempting), asked: fc.array(scope) })
  .map(({ role, partnership, asked }) => {
    const definition = roleOf(role);
    return {
      person: 'p-1',
      role,
      organisation: definition.organisation === 'local-authority' ? 'E09000022' : 'an-agency',
      partnership: definition.partnership === 'none' ? null : partnership,
      scopes: asked,
    };
  });

describe('the scopes of a role', () => {
  it('are those of the table, with the partnership filled in', () => {
    expect(scopesOf('partnership-system', 'lambeth')).toEqual([
      'lambeth:write',
      'movements:read',
      'movements:write',
      'audit:own',
      'schema:read',
    ]);
    expect(scopesOf('partnership-system', null)).not.toContainEqual(expect.stringMatching(/partnership|null|lambeth/));
  });

  it('are never more than a token asks for, and never more than the role has', () => {
    fc.assert(
      fc.property(caller, (claims) => {
        const { scopes } = fromClaims(toClaims(claims));
        const has = scopesOf(claims.role, claims.partnership);
        expect([...scopes].sort()).toEqual(has.filter((one) => claims.scopes.includes(one)).sort());
      }),
    );
  });

  it("let nobody write anywhere but in London's records by the table, or in their own partnership's", () => {
    fc.assert(
      fc.property(role, fc.oneof(partnership, tempting), (role, name) => {
        const inTable: readonly string[] = roleOf(role).scopes;
        for (const scope of scopesOf(role, name)) {
          if (scope in SCOPES) expect(inTable).toContain(scope);
          else expect(scope).toBe(`${name}:write`);
        }
      }),
    );
  });

  it('reach a child only where the role has a purpose to give or guards those who do', () => {
    for (const name of ROLE_NAMES) {
      const reachesChild = scopesOf(name, 'lambeth').some(isChildLevelScope);
      expect([name, reachesChild]).toEqual([name, roleOf(name).purposes.length > 0]);
    }
  });
});
