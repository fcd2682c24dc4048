import * as fc from 'fast-check';
import { isObjectType, parse, print } from 'graphql';
import { LONDON, PARTNERSHIPS, partnership, TOY_CONTRACT } from '../../testing/toy-london';
import { prefixOf } from '../checks/type-names';
import { assembleSupergraph } from './assemble-supergraph';
import { withClaimedCapabilities } from './claimed-capabilities';

const HUB = 'london-scp';

/** Which of the two that London knows of a partnership has. */
interface Claims {
  meetings: boolean;
  budget: boolean;
}

/** The schema of a partnership without what it does not claim. */
function claiming(name: string, { meetings, budget }: Claims): string {
  let sdl = partnership(name);
  if (!meetings) sdl = sdl.replace(' & HoldsMeetings', '').replace(/ {2}meetings: .*public.*\n/, '');
  if (!budget) {
    sdl = sdl.replace(' & KeepsBudget', '').replace(/ {2}budgetYears: .*budget:read.*\n/, '');
    sdl = sdl.replace(new RegExp(`type ${prefixOf(name)}BudgetYear [^}]*}\n`), '');
  }
  return sdl;
}

const claims = fc.tuple(...PARTNERSHIPS.map(() => fc.record<Claims>({ meetings: fc.boolean(), budget: fc.boolean() })));

const assembled = (all: readonly Claims[]) =>
  assembleSupergraph(
    [
      { name: HUB, published: LONDON },
      ...PARTNERSHIPS.map((name, place) => ({ name, published: claiming(name, all[place]!) })),
    ].map((one) => ({ ...one, url: `http://${one.name}/graphql`, problem: null, lastGood: null })),
    HUB,
    TOY_CONTRACT,
  );

describe('what the hub requires of partnerships', () => {
  it('keeps none of them out, whatever each of them claims', () => {
    fc.assert(
      fc.property(claims, (all) => {
        const { subgraphs, supergraph } = assembled(all);
        expect(subgraphs.map(({ servedUnder, problem }) => [servedUnder, problem])).toEqual(
          subgraphs.map(() => ['PUBLISHED', null]),
        );
        const api = supergraph.apiSchema();
        for (const [place, name] of PARTNERSHIPS.entries()) {
          const { meetings, budget } = all[place]!;
          const [type, year] = ['Partnership', 'BudgetYear'].map((family) => api.getType(`${prefixOf(name)}${family}`));
          const namesOf = (of: typeof type) => (isObjectType(of) ? of.getInterfaces().map((one) => one.name) : []);
          expect(namesOf(type).includes('HoldsMeetings')).toBe(meetings);
          expect(isObjectType(type) && 'meetings' in type.getFields()).toBe(meetings);
          // Of a type that it does not have clients see nothing.
          expect(year !== undefined).toBe(budget);
        }
        expect(api.getType('Picture')).toHaveProperty('_fields.count');
      }),
      { numRuns: 40 },
    );
  });

  it('is what it was where all claim everything', () => {
    const hub = parse(LONDON);
    expect(
      withClaimedCapabilities(
        hub,
        PARTNERSHIPS.map((name) => parse(partnership(name))),
      ),
    ).toBe(hub);
  });

  it('is nothing where nobody claims it', () => {
    const none = PARTNERSHIPS.map((name) => parse(claiming(name, { meetings: false, budget: false })));
    const text = print(withClaimedCapabilities(parse(LONDON), none));
    expect(text).toContain('count: Int @tag(name: "public")');
    expect(text).not.toMatch(/^ {2}.* @external/m);
  });
});
