import { getMetadataStorage } from 'type-graphql';

const ordinary = Function.prototype[Symbol.hasInstance];

/**
 * Makes an object class that implements an interface class one of its kind. type-graphql's `implements` is no
 * inheritance, so `@Root() partnership: LocalPartnership` would get a copy for each field, without the object's class
 * or `__typename`. With this it gets the object itself, which has the methods of the interface class unless its own
 * class has others.
 */
export function makeInterfacesTruthful(): void {
  const { interfaceTypes, objectTypes } = getMetadataStorage();
  for (const { target: interfaceClass } of interfaceTypes) {
    const implementers = objectTypes
      .filter(({ interfaceClasses }) => interfaceClasses?.includes(interfaceClass))
      .map(({ target }) => target);
    recognise(interfaceClass, implementers);
    for (const implementer of implementers) {
      inherit(interfaceClass, implementer);
    }
  }
}

function recognise(interfaceClass: Function, implementers: readonly Function[]): void {
  Object.defineProperty(interfaceClass, Symbol.hasInstance, {
    configurable: true,
    // A class that extends the interface class inherits this too, hence the look at `this`.
    value(this: Function, candidate: unknown): boolean {
      return (
        ordinary.call(this, candidate) ||
        (this === interfaceClass && implementers.some((implementer) => ordinary.call(implementer, candidate)))
      );
    },
  });
}

// So that a method which says "not implemented" still says so, where there would otherwise be a silent null.
function inherit(interfaceClass: Function, implementer: Function): void {
  const { constructor: _, ...members } = Object.getOwnPropertyDescriptors(interfaceClass.prototype);
  for (const [name, descriptor] of Object.entries(members)) {
    if (!(name in implementer.prototype)) {
      Object.defineProperty(implementer.prototype, name, { ...descriptor, configurable: true });
    }
  }
}
