/**
 * A thread runs from its source too, as all else in a unit test: Jest compiles what it loads itself, and a thread loads alone.
 */
const threads = require('node:worker_threads');
const { existsSync } = require('node:fs');

threads.Worker = class extends threads.Worker {
  constructor(file, options) {
    const source = String(file).replace(/\.js$/, '.ts');
    if (!existsSync(source)) return super(file, options);
    const [loader, path] = [require.resolve('./load-sources.cjs'), source].map((one) => JSON.stringify(one));
    super(`require = require('node:module').createRequire(${path}); require(${loader}); require(${path});`, {
      ...options,
      eval: true,
    });
  }
};
