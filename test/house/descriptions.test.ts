import { parse, visit, type StringValueNode } from 'graphql';
import { ownApis, subgraphSdls } from '../support/reference-schema';

describe('what is published', () => {
  it.each([...subgraphSdls, ...ownApis.map(({ name, sdl }) => ({ name: `${name} at home`, sdl }))])(
    '$name describes every type, field, argument and value',
    ({ sdl }) => {
      const bare: string[] = [];
      const note = (
        node: { name: { value: string }; description?: StringValueNode | undefined },
        _key: unknown,
        _parent: unknown,
        _path: unknown,
        ancestors: readonly unknown[],
      ) => {
        if (node.description?.value.trim()) return;
        const owners = ancestors.map((owner) => (owner as { name?: { value: string } }).name?.value).filter(Boolean);
        bare.push([...owners, node.name.value].join('.'));
      };
      visit(parse(sdl), {
        ObjectTypeDefinition: (node, ...rest) =>
          ['Query', 'Mutation'].includes(node.name.value) ? undefined : note(node, ...rest),
        InterfaceTypeDefinition: note,
        EnumTypeDefinition: note,
        ScalarTypeDefinition: note,
        InputObjectTypeDefinition: note,
        FieldDefinition: note,
        InputValueDefinition: note,
        EnumValueDefinition: note,
      });
      expect(bare).toEqual([]);
    },
  );
});
