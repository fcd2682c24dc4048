import { parse, print } from 'graphql';
import { moveInterfaceFieldDirectives } from './move-interface-field-directives';

const move = (sdl: string) => print(moveInterfaceFieldDirectives(parse(sdl)));

test('takes off interface fields what only objects may carry', () => {
  const sdl = move(`
    interface Partnership { pool: Int @requiresScopes(scopes: [["money"]]) @tag(name: "internal") @shareable }
    type Lambeth implements Partnership { pool: Int @requiresScopes(scopes: [["money"]]) }
  `);
  expect(sdl).toContain('interface Partnership {\n  pool: Int @tag(name: "internal")\n}');
  expect(sdl).toContain('type Lambeth implements Partnership {\n  pool: Int @requiresScopes(scopes: [["money"]])\n}');
});

test('refuses an object that redeclares a field without the directive that guards it', () => {
  const sdl = `
    interface Partnership { pool: Int @authenticated }
    type Lambeth implements Partnership { pool: Int }
  `;
  expect(() => move(sdl)).toThrow(
    'Lambeth.pool redeclares a field of Partnership and loses its @authenticated. ' +
      'Repeat the directive on the object, or leave the field to the interface.',
  );
});
