/**
 * Functions made while the gateway runs, one module at a time. Whatever comes from an operation or a schema goes into the
 * text through {@link literal} or as a constant, so it can be data and never code.
 */
export class GeneratedCode {
  readonly #constants: unknown[] = [];
  readonly #functions: string[] = [];
  #names = 0;

  /** A name that nothing else in the module has. */
  name(): string {
    return `f${this.#names++}`;
  }

  /** How the text names a value that is made outside. */
  constant(value: unknown): string {
    let index = this.#constants.indexOf(value);
    if (index < 0) index = this.#constants.push(value) - 1;
    return `k${index}`;
  }

  /** Adds a function, and returns its name. */
  add(parameters: string, body: string, name = this.name()): string {
    this.#functions.push(`function ${name}(${parameters}){${body}}`);
    return name;
  }

  /** Characters, for how much of a cache it takes. */
  get size(): number {
    return this.#functions.reduce((sum, { length }) => sum + length, 0);
  }

  /** What an expression over the module's functions comes to. */
  build<Result>(expression: string): Result {
    const names = this.#constants.map((_, index) => `k${index}`);
    const make = new Function(...names, `"use strict";${this.#functions.join('\n')}\nreturn ${expression};`) as (
      ...constants: unknown[]
    ) => Result;
    return make(...this.#constants);
  }
}

/** A string as it stands in generated code. */
export const literal = (text: string): string =>
  JSON.stringify(text)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');

/** Reads a key of an object. What every object inherits is no value of it. */
export function read(object: string, key: string): string {
  const access = `${object}[${literal(key)}]`;
  return key in Object.prototype ? `(Object.hasOwn(${object},${literal(key)})?${access}:undefined)` : access;
}
