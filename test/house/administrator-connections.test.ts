import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** Who opens connections to PostgreSQL outside of tests. */
const OPENERS = {
  // By the role of their own process, to its own database.
  'gateway/src/audit/access-audit.ts': 'own',
  'gateway/src/listening/channel-listener.ts': 'own',
  'packages/registry/src/store/registry-database.ts': 'own',
  'packages/subgraph-kit/src/client-of.ts': 'own',
  'packages/subgraph-kit/src/data-source.ts': 'own',
  // By whichever role, an administrator's too.
  'packages/cli/src/system/open-database.ts': 'pinned',
  'scripts/docker/install-audit.mjs': 'pinned',
} as const;

const sources = execFileSync('git', ['ls-files', '*.ts', '*.mjs', '*.cjs'], { cwd: ROOT, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && !/^test\/|\.test\.ts$|\/testing\//.test(file));
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

describe('connections to PostgreSQL', () => {
  it('are opened in these files, and in no other', () => {
    const opening = sources.filter((file) => /new (?:pg\.)?(?:Client|Pool|DataSource)\(/.test(textOf(file)));
    // A pool of HTTP connections is none.
    expect(opening.filter((file) => !/from 'undici'/.test(textOf(file))).sort()).toEqual(Object.keys(OPENERS).sort());
  });

  it('take no setting from a database where an administrator may open them', () => {
    for (const [file, how] of Object.entries(OPENERS)) {
      const connections = [...textOf(file).matchAll(/new Client\(\{ connectionString: (.*?)[,}]/g)];
      const pinned = connections.filter(([, url]) => url!.startsWith('administratorUrl('));
      expect({ file, open: connections.length, pinned: pinned.length }).toEqual({
        file,
        open: how === 'pinned' ? 1 : connections.length,
        pinned: how === 'pinned' ? 1 : 0,
      });
    }
  });

  it('of an administrator are known to the command alone', () => {
    const knows = sources.filter((file) => /adminUrl|ADMIN_DATABASE_URL/.test(textOf(file)));
    expect(knows.filter((file) => !/^packages\/cli\/src\/|^scripts\/docker\//.test(file))).toEqual([]);
  });
});
