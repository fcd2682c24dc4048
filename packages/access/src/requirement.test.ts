import * as fc from 'fast-check';
import { parse } from 'graphql';
import { accessRules, both, isChildLevel, isMet, type Requirement } from './requirement';
import { SCOPES } from './scope';

const ALL = Object.keys(SCOPES);
const everything = { scopes: new Set([...ALL, 'lambeth:write']) };

const scope = fc.constantFrom(...ALL.slice(0, 6));
const requirement: fc.Arbitrary<Requirement> = fc.record({
  isDecided: fc.boolean(),
  authenticated: fc.boolean(),
  scopes: fc.array(fc.array(scope, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
});
const caller = fc.option(
  fc.array(scope).map((scopes) => ({ scopes: new Set<string>(scopes) })),
  { nil: null },
);

const rulesOf = (sdl: string) => accessRules(parse(sdl));
const fieldWith = (directives: string) => rulesOf(`type T { f: String ${directives} }`).ofField('T', 'f');

describe('what a directive requires', () => {
  it('is nothing where the field is public by choice', () => {
    expect(fieldWith('@tag(name: "public")')).toEqual({ isDecided: true, authenticated: false, scopes: [] });
  });

  it('is undecided where there is none, or another tag', () => {
    expect(fieldWith('')).toMatchObject({ isDecided: false });
    expect(fieldWith('@tag(name: "internal") @deprecated')).toMatchObject({ isDecided: false });
  });

  it('is a caller, or one of the alternatives of scopes', () => {
    expect(fieldWith('@authenticated')).toEqual({ isDecided: true, authenticated: true, scopes: [] });
    expect(fieldWith('@requiresScopes(scopes: [["a", "b"], ["c"]])')).toEqual({
      isDecided: true,
      authenticated: true,
      scopes: [['a', 'b'], ['c']],
    });
  });

  it('is read under the prefix of its specification too', () => {
    expect(fieldWith('@federation__requiresScopes(scopes: [["a"]])')).toMatchObject({ scopes: [['a']] });
  });

  it('stays required when it is public as well', () => {
    expect(fieldWith('@tag(name: "public") @authenticated')).toMatchObject({ authenticated: true });
  });

  it('is gathered over the parts of a type', () => {
    const rules = rulesOf(`
      type T @requiresScopes(scopes: [["a"]]) { f: E }
      extend type T @requiresScopes(scopes: [["b"]]) { g: E @authenticated }
      enum E { ONE }
      extend enum E @authenticated
    `);
    expect(rules.ofType('T').scopes).toEqual([['a', 'b']]);
    expect(rules.ofField('T', 'g').authenticated).toBe(true);
    expect(rules.ofType('E').authenticated).toBe(true);
  });

  it.each([
    '',
    '(scopes: [])',
    '(scopes: [[]])',
    '(scopes: [["schema:read", 5]])',
    '(scopes: [[null, "schema:read"]])',
    '(scopes: [[["schema:read"]]])',
    '(scopes: ["schema:read"])',
    '(scopes: "schema:read")',
    '(scopes: null)',
    '(scopes: {scopes: [["schema:read"]]})',
    '(scope: [["schema:read"]])',
    '(scopes: [[schema]])',
  ])('opens nothing when it is malformed: @requiresScopes%s', (malformed) => {
    const requirement = fieldWith(`@requiresScopes${malformed}`);
    expect(isMet(requirement, { scopes: new Set([...ALL, 'schema']) })).toBe(false);
    expect(isMet(requirement, null)).toBe(false);
  });

  it('opens nothing when anything but a text stands among the scopes', () => {
    const text = fc.constantFrom(...ALL).map((one) => JSON.stringify(one));
    const other = fc.constantFrom('5', 'null', 'true', 'WORD', '{}', '[]', '[["schema:read"]]');
    const malformed = fc
      .tuple(fc.array(text, { maxLength: 3 }), other, fc.nat(3))
      .map(([texts, intruder, place]) => texts.toSpliced(Math.min(place, texts.length), 0, intruder).join(', '));
    fc.assert(
      fc.property(malformed, (together) => {
        expect(isMet(fieldWith(`@requiresScopes(scopes: [[${together}]])`), everything)).toBe(false);
      }),
    );
  });
});

describe('whether a requirement is met', () => {
  it('for nobody known: only where nothing is required', () => {
    fc.assert(
      fc.property(requirement, (required) => {
        expect(isMet(required, null)).toBe(!required.authenticated && required.scopes.length === 0);
      }),
    );
  });

  it('never changes to no by having one scope more', () => {
    fc.assert(
      fc.property(requirement, caller, scope, (required, has, more) => {
        const before = isMet(required, has);
        const after = isMet(required, { scopes: new Set([...(has?.scopes ?? []), more]) });
        if (before) expect(after).toBe(true);
      }),
    );
  });

  it('of both of two, exactly when each is, in either order', () => {
    fc.assert(
      fc.property(requirement, requirement, caller, (a, b, has) => {
        const each = isMet(a, has) && isMet(b, has);
        expect(isMet(both(a, b), has)).toBe(each);
        expect(isMet(both(b, a), has)).toBe(each);
      }),
    );
  });

  it('takes all the scopes of one alternative, and none of another', () => {
    const required = { isDecided: true, authenticated: true, scopes: [['a', 'b'], ['c']] };
    const met = (...scopes: string[]) => isMet(required, { scopes: new Set(scopes) });
    expect([met('a', 'b'), met('c'), met('a'), met('b'), met()]).toEqual([true, true, false, false, false]);
  });
});

describe('a requirement reaches a child', () => {
  it('when one of its scopes does, also beside others', () => {
    expect(
      isChildLevel(fieldWith('@requiresScopes(scopes: [["budget:read"], ["budget:read", "movements:read"]])')),
    ).toBe(true);
    expect(isChildLevel(fieldWith('@requiresScopes(scopes: [["movements:count"]])'))).toBe(false);
  });

  it('still when another requirement is added', () => {
    fc.assert(
      fc.property(requirement, (other) => {
        expect(isChildLevel(both(other, fieldWith('@requiresScopes(scopes: [["movements:read"]])')))).toBe(true);
      }),
    );
  });
});
