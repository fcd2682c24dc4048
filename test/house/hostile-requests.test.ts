import { isInputObjectType, isInterfaceType, isObjectType, parse, validate, type GraphQLSchema } from 'graphql';
import { gatewayDoor, ownApiDoor, subgraphDoor } from '../support/hostile/doors';
import { Draw } from '../support/hostile/draw';
import { hostileRequest } from '../support/hostile/hostile-request';
import { OperationWriter } from '../support/hostile/operation-writer';

const REQUESTS = 400;
/** Some 2,500 are enough for the API. */
const OPERATIONS = 10_000;

const DOORS = [gatewayDoor(), subgraphDoor('london-scp'), subgraphDoor('lambeth'), ownApiDoor('lambeth')];

describe.each(DOORS)('hostile requests for $name', ({ schema }) => {
  const requests = written(schema, 'a seed');

  it('hold a document that the schema allows in at least 80 of 100', () => {
    const valid = requests.filter(({ document }) => document !== null && isValid(schema, document));
    expect(valid.length / requests.length).toBeGreaterThanOrEqual(0.8);
  });

  it('ask for every field, with every argument, and every part of what goes in', () => {
    const writer = new OperationWriter(schema, new Draw('a seed'));
    const unwritten = () => coordinatesOf(schema).filter((coordinate) => !writer.written.has(coordinate));
    for (let number = 0; number < OPERATIONS; number += 1) {
      writer.next();
      if (number % 500 === 0 && unwritten().length === 0) break;
    }
    expect(unwritten()).toEqual([]);
  });

  it('are the same again for the same seed, and others for another', () => {
    const texts = (seed: string) => JSON.stringify(written(schema, seed, 50));
    expect(texts('one')).toBe(texts('one'));
    expect(texts('one')).not.toBe(texts('other'));
  });

  it('are of every kind', () => {
    expect(new Set(requests.map(({ kind }) => kind))).toEqual(new Set(['operation', 'damaged', 'http', 'bytes']));
  });
});

function written(schema: GraphQLSchema, seed: string, count = REQUESTS) {
  const draw = new Draw(seed);
  const writer = new OperationWriter(schema, draw);
  return Array.from({ length: count }, () => hostileRequest(writer, draw));
}

function isValid(schema: GraphQLSchema, document: string): boolean {
  try {
    return validate(schema, parse(document)).length === 0;
  } catch {
    return false;
  }
}

/** As {@link OperationWriter.written} names them: all that a root leads to. */
function coordinatesOf(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  return types.flatMap((type) => {
    if (isInputObjectType(type)) return Object.keys(type.getFields()).map((name) => `${type.name}.${name}`);
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap(({ name, args }) => [
      `${type.name}.${name}`,
      ...args.map((arg) => `${type.name}.${name}(${arg.name}:)`),
    ]);
  });
}
