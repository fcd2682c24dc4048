import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../../..');

/**
 * An earlier commit, built: in a worktree among temporary files, which is there for the next run too.
 *
 * @returns its folder.
 * @throws Error where there is no such commit, or it does not build.
 */
export function earlierBuild(commit: string, say: (line: string) => void): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
  const hash = git('rev-parse', '--verify', `${commit}^{commit}`);
  const folder = join(tmpdir(), `hub-question-${hash}`);
  const mark = join(folder, 'node_modules', '.built-for-question');
  if (existsSync(mark)) return folder;
  if (!existsSync(folder)) {
    git('worktree', 'prune');
    git('worktree', 'add', '--detach', folder, hash);
  }
  say(`building ${commit} in ${folder}, once; \`git worktree remove --force\` takes it away`);
  execFileSync(process.execPath, [join(folder, 'scripts', 'prepare.mjs')], { cwd: folder, stdio: ['ignore', 2, 2] });
  writeFileSync(mark, '');
  return folder;
}
