import { Directive, Field, getMetadataStorage, ID, InterfaceType } from 'type-graphql';

/**
 * London's side of an interface that partnerships' own subgraphs serve: its `id`, and the fields that reducers require,
 * which are `@external` here. All that is said of them is taken from the contract.
 *
 * @param contracts - interfaces of the contract that have the fields; the first gives the name.
 * @param own - name and description of an interface of London's own. @default those of the first
 */
export function externalView(
  contracts: readonly [Function, ...Function[]],
  fields: readonly string[],
  own?: { name: string; description: string },
): Function {
  const { interfaceTypes, fields: declared, fieldDirectives } = getMetadataStorage();
  const [first] = contracts;
  const { name, description = '' } = own ?? interfaceTypes.find(({ target }) => target === first)!;
  abstract class View {}
  for (const field of ['id', ...fields]) {
    const owners = field === 'id' ? [first] : contracts;
    const known = declared.find((one) => owners.includes(one.target) && one.name === field);
    if (!known) throw new Error(`No interface of the contract for ${name} has the field ${field}.`);
    const { getType, typeOptions, description: words = '' } = known;
    const type = () => {
      // Whether it is a list is known once it has been asked for.
      const one = getType();
      return typeOptions.array ? [one] : one;
    };
    const nullable = typeOptions.nullable ?? false;
    Field(field === 'id' ? () => ID : (type as () => Function), { nullable, description: words })(
      View.prototype,
      field,
    );
    if (field !== 'id') Directive('@external')(View.prototype, field);
  }
  for (const { directive } of fieldDirectives.filter(
    ({ target, fieldName }) => target === first && fieldName === 'id',
  )) {
    Directive(directive.nameOrDefinition)(View.prototype, 'id');
  }
  InterfaceType(name, { description })(View);
  return View;
}
