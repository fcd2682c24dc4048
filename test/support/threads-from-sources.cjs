/** A thread runs from its source too, as all else in a unit test: Jest compiles what it loads itself, and a thread loads alone. */
const threads = require('node:worker_threads');
const { existsSync } = require('node:fs');
const { transformFileSync } = require('@swc/core');

threads.Worker = class extends threads.Worker {
  constructor(file, options) {
    const source = String(file).replace(/\.js$/, '.ts');
    if (!existsSync(source)) return super(file, options);
    const { code } = transformFileSync(source, {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
      configFile: false,
      swcrc: false,
    });
    super(`require = require('node:module').createRequire(${JSON.stringify(source)});\n${code}`, {
      ...options,
      eval: true,
    });
  }
};
