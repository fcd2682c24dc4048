/** What an input says: what is null says as little as what is left out. */
export function said<Input extends object>(input: Input): Input {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null)) as Input;
}
