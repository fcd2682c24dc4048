/** Characters of one module, beside its last function. The engine reads a module in one piece, and nothing else is done meanwhile. */
const MODULE_CHARACTERS = 20_000;

/** Characters of statements in one function, beside its last statement. */
const FUNCTION_CHARACTERS = 10_000;

/**
 * Functions made while the gateway runs, in modules that are each read quickly; functions that read alike are one. Whatever
 * comes from an operation or a schema goes into the text through {@link literal} or as a constant, so it can be data and
 * never code.
 */
export class GeneratedCode {
  readonly #constants = new Map<unknown, string>();
  /** Functions by what they read. */
  readonly #functions = new Map<string, string>();
  /** What a module may name: constants, and functions of modules that are made. */
  readonly #made = new Map<string, unknown>();
  /** Functions of the next module. */
  #open: { name: string; text: string }[] = [];
  #openCharacters = 0;
  #characters = 0;

  /** How the text names a value that is made outside. */
  constant(value: unknown): string {
    let name = this.#constants.get(value);
    if (name === undefined) {
      name = `k${this.#constants.size}`;
      this.#constants.set(value, name);
      this.#made.set(name, value);
    }
    return name;
  }

  /** Adds a function over those that were added before, and itself as `self`. Gives its name. */
  add(parameters: string, body: string): string {
    const text = `(${parameters}){${body}}`;
    const known = this.#functions.get(text);
    if (known !== undefined) return known;
    const name = `f${this.#functions.size}`;
    this.#functions.set(text, name);
    this.#open.push({ name, text });
    this.#openCharacters += text.length;
    this.#characters += text.length;
    if (this.#openCharacters >= MODULE_CHARACTERS) this.#makeModule();
    return name;
  }

  /** Characters, for how much of a cache it takes. */
  get size(): number {
    return this.#characters;
  }

  /** A function that was added. Nothing can be added after it. */
  build<Result>(name: string): Result {
    this.#makeModule();
    this.#functions.clear();
    return this.#made.get(name) as Result;
  }

  #makeModule(): void {
    // In brackets, so that the engine compiles them now, and not when they are first called, which is all at once.
    const text = this.#open.map(({ name, text }) => `const ${name}=(function self${text});`).join('\n');
    // What stands like a name in a string is given too, and nothing comes of it.
    const named = [...new Set(text.match(/\b[fk]\d+\b/g))].filter((name) => this.#made.has(name));
    const names = this.#open.map(({ name }) => name);
    const make = new Function(...named, `"use strict";${text}\nreturn[${names.join()}];`) as (
      ...values: unknown[]
    ) => unknown[];
    const functions = make(...named.map((name) => this.#made.get(name)));
    for (const [index, name] of names.entries()) this.#made.set(name, functions[index]);
    this.#open = [];
    this.#openCharacters = 0;
  }
}

/** Statements in as many runs as it takes for none to be too long for a function. */
export function inRuns(statements: readonly string[]): string[] {
  const runs: string[] = [''];
  for (const statement of statements) {
    if (runs.at(-1)!.length >= FUNCTION_CHARACTERS) runs.push('');
    runs[runs.length - 1] += statement;
  }
  return runs;
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
