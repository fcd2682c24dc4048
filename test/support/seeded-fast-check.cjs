/**
 * What tests import as fast-check: with one seed, so that a run fails for what was changed and not by chance. Where it is
 * to look for more, `PROPERTY_SEED=random` takes another each time, and a number repeats what failed.
 */
const fc = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

const { PROPERTY_SEED = '2026' } = process.env;
if (PROPERTY_SEED !== 'random') fc.configureGlobal({ seed: Number(PROPERTY_SEED) });

module.exports = fc;
