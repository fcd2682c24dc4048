/** Shows a long step of the preparation as one line that says how far it is. Plain Node, as it runs before there is more. */

/** How often the line is written anew, in milliseconds: in place on a terminal, else below the last. */
const EVERY_MS = process.stderr.isTTY ? 1_000 : 15_000;

/**
 * Runs `work` behind a line, as `Building: 7 of 21, 34 s`.
 *
 * @param title - what is done, as `Building`
 * @param work - is given a function that takes how much is done, and of how much if that is known
 */
export async function step(title, work) {
  const begun = Date.now();
  let done = '';
  const line = () => `${title}:${done} ${Math.round((Date.now() - begun) / 1_000)} s`;
  const show = () => process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line()}` : `${line()}\n`);
  process.stderr.write(process.stderr.isTTY ? `${title}…` : `${title}…\n`);
  const timer = setInterval(show, EVERY_MS);
  try {
    return await work((count, total) => (done = total ? ` ${count} of ${total},` : ` ${count},`));
  } finally {
    clearInterval(timer);
    show();
    if (process.stderr.isTTY) process.stderr.write('\n');
  }
}
