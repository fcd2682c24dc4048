import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MOVE_DATA, MovementMove, TRANSITIONS } from '@hub/contract';
import { HOME_MOVEMENTS, HUB_MOVEMENTS, servedApi, type PlainApi } from '@hub/movements-http';
import { buildASTSchema, parse } from 'graphql';
import { ownApis } from '../support/reference-schema';

const ROOT = join(__dirname, '../..');
const REFERENCE = join(ROOT, 'docs/reference');
const textOf = (file: string) => readFileSync(join(REFERENCE, file), 'utf8');

const APIS: [file: string, api: PlainApi, schemas: string[]][] = [
  ['movements-hub.openapi.json', HUB_MOVEMENTS, [textOf('schema/api.graphql')]],
  ['movements-home.openapi.json', HOME_MOVEMENTS, ownApis.map(({ sdl }) => sdl)],
];

describe.each(APIS)('%s', (file, api, schemas) => {
  it('is what is served; npm run -s hub -- schema writes it', () => {
    for (const sdl of schemas) {
      const { document, leftOut } = servedApi(api, buildASTSchema(parse(sdl), { assumeValidSDL: true }));
      expect(leftOut).toEqual([]);
      expect(JSON.parse(textOf(file))).toEqual(JSON.parse(JSON.stringify(document)));
    }
  });

  it('has nothing that a linter finds wrong', () => {
    const linter = join(ROOT, 'test/support/openapi/lint.mjs');
    const { stdout, stderr } = spawnSync(process.execPath, [linter], { input: textOf(file), encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([]);
  });
});

describe('what a move says', () => {
  const { components } = JSON.parse(textOf('movements-hub.openapi.json')) as {
    components: { schemas: Record<string, { properties?: object; allOf?: { required?: string[] }[] }> };
  };
  const requiredOf = (name: string) => components.schemas[name]!.allOf!.flatMap(({ required = [] }) => required);

  it('is described field by field, as it is read', () => {
    expect(Object.keys(components.schemas['MoveData']!.properties!)).toEqual(Object.keys(MOVE_DATA.shape));
  });

  it('is what the procedure has it carry', () => {
    expect(requiredOf('AcceptResponsibilityData')).toEqual(['confirmation']);
    expect(requiredOf('NotifyData')).toEqual(['category', 'origin', 'destination', 'permanence', 'planning']);
    // A transfer is closed without a word, and a placement with a reason.
    expect(requiredOf('CloseData')).toEqual([]);
    const carried = new Set(TRANSITIONS.flatMap(({ carries }) => carries));
    for (const move of Object.values(MovementMove)) {
      const name = move.toLowerCase().replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
      expect(requiredOf(`${name}Data`).filter((field) => !carried.has(field as never))).toEqual([]);
    }
  });
});
