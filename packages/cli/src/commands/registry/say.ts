/** A line for people. */
export const say = (line: string) => void process.stderr.write(`${line}\n`);

/** What a program reads. */
export const give = (text: string) => void process.stdout.write(`${text}\n`);

/** What was answered, for a program. */
export const giveJson = (value: unknown) => give(JSON.stringify(value, null, 2));
