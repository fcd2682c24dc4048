'use strict';

const { createRequire } = require('node:module');

/** Found as Jest's core finds it: of Jest's packages only `jest` is a dependency here. */
const core = createRequire(require.resolve('jest')).resolve('@jest/core');
const { default: Sequencer } = createRequire(core)('@jest/test-sequencer');

/** Begins with the suites of whole hubs, which take longest: the many short ones then fill the workers' time to the end. */
module.exports = class WholeHubsFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isWhole = ({ context }) => context.config.displayName.name === 'end-to-end';
    return [...sorted.filter(isWhole), ...sorted.filter((test) => !isWhole(test))];
  }
};
