/** Lets a thread of a unit test require TypeScript, and the hub's own packages from their sources. */
const Module = require('node:module');
const { join } = require('node:path');
const { transformFileSync } = require('@swc/core');

const PACKAGES = join(__dirname, '../../packages');
const resolve = Module._resolveFilename;

Module._resolveFilename = function (request, ...rest) {
  const [, name] = /^@hub\/([\w-]+)$/.exec(request) ?? [];
  return resolve.call(this, name ? join(PACKAGES, name, 'src/index.ts') : request, ...rest);
};

Module._extensions['.ts'] = (module, file) => {
  const { code } = transformFileSync(file, {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
    module: { type: 'commonjs' },
    configFile: false,
    swcrc: false,
  });
  module._compile(code, file);
};
