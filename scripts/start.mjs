/** `npm start`: prepares the checkout, then runs `hub start` in this same process: signals reach it directly. */
import { prepareOrExit } from './prepare.mjs';

await prepareOrExit();
const { run } = await import('../packages/cli/dist/main.js');
process.exit(await run(['start', ...process.argv.slice(2)]));
