'use strict';

/**
 * Loaded into every Node process of a hub by NODE_OPTIONS: notes the process's id in the folder of CRASH_PROCESSES, under
 * its subgraph and its port, where a test finds it, and leads a relay to the hub by way of CRASH_NETWORK.
 */
const { renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const { CRASH_NETWORK, CRASH_PROCESSES, HUB_URL, PORT } = process.env;
const name = /([^/\\]+)[/\\]dist[/\\]main\.js$/.exec(process.argv[2] ?? '')?.[1];
if (name) {
  const file = join(CRASH_PROCESSES, `${name}@${PORT}`);
  writeFileSync(`${file}.new`, JSON.stringify({ pid: process.pid, port: Number(PORT) }));
  renameSync(`${file}.new`, file);
}
if (HUB_URL) process.env.HUB_URL = CRASH_NETWORK;
