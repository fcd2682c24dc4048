import { parse } from 'graphql';
import { checkPartnership } from '../check-partnership';
import { schemaTypes } from '../schema-types';
import { Contract, readContract } from './contract';
import { partOfContract } from './part-of-contract';

const contract = readContract();
const interfaces = new Contract(contract).ofFamily('Partnership')!.names;

/** What is wrong with it for a hub that knows the partnership. */
function findings(sdl: string) {
  const hub = schemaTypes(parse('type NewhamPartnership { id: ID! }'));
  return checkPartnership('newham', sdl, { contract: new Contract(contract), hub });
}

it.each(interfaces)(
  'a partnership that offers %s beside the core has all that this leads to, and breaks no rule',
  (one) => {
    const sdl = partOfContract(contract, 'newham', ['LocalPartnership', one]);
    // Its budget years and child records are types that the hub would have a row for too.
    expect(findings(sdl).filter(({ code }) => code !== 'NOT_IN_DIRECTORY')).toEqual([]);
  },
);

it('has the core alone of a partnership that offers nothing else, under its own name', () => {
  const types = schemaTypes(parse(partOfContract(contract, 'tri-borough', ['LocalPartnership'])));
  expect(types.get('TriBoroughPartnership')?.names).toEqual(['LocalPartnership']);
  expect(types.get('TriBoroughPartnership')?.fields.map(({ name }) => name.value)).toContain('termsOfReference');
  expect(types.has('Meeting')).toBe(false);
  expect([...types.keys()].filter((name) => name.startsWith('Example'))).toEqual([]);
});

it('says which interface the contract does not have', () => {
  expect(() => partOfContract(contract, 'newham', ['HoldsMeeting'])).toThrow(
    'The contract has no interface HoldsMeeting.',
  );
});
