import { Directive } from 'type-graphql';

/** What `@Public()` and its like may stand on: an object type, a field, a query or a mutation. */
export type AccessDecorator = ClassDecorator & PropertyDecorator & MethodDecorator;

/** Public by choice: whoever reaches the hub may see it, with or without a token. */
export function Public(): AccessDecorator {
  return Directive('@tag(name: "public")') as AccessDecorator;
}
