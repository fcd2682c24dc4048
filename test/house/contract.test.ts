import { resolve } from 'node:path';
import {
  checkPartnership,
  Contract,
  contractOf,
  HUB_SUBGRAPH,
  prefixOf,
  readContract,
  schemaTypes,
} from '@hub/registry';
import { parse } from 'graphql';
import { planCopies } from '../../packages/cli/src/london/partnership-copy';
import { londonOf } from '../benchmarks/gateways/london-of';
import { subgraphSdls } from '../support/reference-schema';

const partnershipsOf = <Schema extends { name: string }>(all: readonly Schema[]) =>
  all.filter(({ name }) => name !== HUB_SUBGRAPH);

it('the contract is what the partnerships publish in common', () => {
  expect(contractOf(partnershipsOf(subgraphSdls))).toBe(readContract());
});

it('every partnership keeps to the contract, and so do the copies that make a London of 33', () => {
  const london = londonOf(33, subgraphSdls);
  const contract = new Contract(readContract());
  const hub = schemaTypes(parse(london.find(({ name }) => name === HUB_SUBGRAPH)!.sdl));
  const partnerships = partnershipsOf(london);
  expect(partnerships).toHaveLength(33);
  expect(partnerships.flatMap(({ name, sdl }) => checkPartnership(name, sdl, { contract, hub }))).toEqual([]);
});

it('the contract itself is a schema that keeps to it: that of whoever is called Example', () => {
  const sdl = readContract();
  const hub = schemaTypes(
    parse('type ExamplePartnership { id: ID! } type ExampleBudgetYear { id: ID! } type ExampleChildRecord { id: ID! }'),
  );
  expect(checkPartnership('example', sdl, { contract: new Contract(sdl), hub })).toEqual([]);
});

it('the copies of hub dev-london have types that begin as their names say', () => {
  const copies = planCopies(resolve(__dirname, '../..'), 31);
  expect(copies.map(({ id }) => `${prefixOf(id)}Partnership`)).toEqual(copies.map(({ typeName }) => typeName));
});
