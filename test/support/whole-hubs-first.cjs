'use strict';

const { statSync } = require('node:fs');
const { createRequire } = require('node:module');

/** Found as Jest's core finds it: of Jest's packages only `jest` is a dependency here. */
const core = createRequire(require.resolve('jest')).resolve('@jest/core');
const { default: Sequencer } = createRequire(core)('@jest/test-sequencer');

/**
 * Begins with the suites of whole hubs, which take longest: the many short ones then fill the workers' time to the end. Of
 * these the groups are first, each of which is as long as all that is in its folder.
 */
module.exports = class WholeHubsFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isWhole = ({ context }) => context.config.displayName.name === 'end-to-end';
    const whole = sorted.filter(isWhole);
    const groups = whole.filter(isGroup);
    return [...groups, ...whole.filter((test) => !isGroup(test)), ...sorted.filter((test) => !isWhole(test))];
  }
};

function isGroup({ path }) {
  const folder = path.replace(/\.test\.ts$/, '');
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
}
