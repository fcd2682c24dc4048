import { getMetadataStorage } from 'type-graphql';

/** A field of a class, as the schema shows it. */
export interface PublishedField {
  name: string;
  getType(): object | symbol;
  typeOptions: { array?: boolean; nullable?: boolean | 'items' | 'itemsAndList' };
  description: string | undefined;
}

/** The fields that a class, and those that it extends, show in the schema without arguments. */
export function publishedFields(target: Function): PublishedField[] {
  const { fields, params } = getMetadataStorage();
  return fields.filter(
    (field) =>
      (target === field.target || target.prototype instanceof field.target) &&
      !params.some((param) => param.target === field.target && param.methodName === field.name),
  );
}
