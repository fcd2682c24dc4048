import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of the hub, as `0.1.0` (semver.org): one for all its parts, which CHANGELOG.md tells of. */
export const HUB_VERSION = (
  JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { version: string }
).version;
