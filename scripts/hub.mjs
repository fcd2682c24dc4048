/** `npm run -s hub -- <command>`: prepares the checkout without a word on stdout, then runs the `hub` command. */
import { prepareOrExit } from './prepare.mjs';

await prepareOrExit();
const { run } = await import('../packages/cli/dist/main.js');
process.exit(await run(process.argv.slice(2)));
