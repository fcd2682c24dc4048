import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/**
 * Makes a scalar that is text on both sides and begins with a year. What does not pass is refused as the caller's mistake, in a sentence that
 * names the scalar and the remedy: a gateway knows no scalar but the standard ones, so the subgraph has to say it.
 *
 * @param name - GraphQL name.
 * @param description - description in the schema.
 * @param expected - what a value must be, as in "Date must be …".
 * @param isValid - whether a text is a value; may throw instead of returning false.
 */
export function textScalar(
  name: string,
  description: string,
  expected: string,
  isValid: (text: string) => boolean,
): GraphQLScalarType<string, string> {
  const check = (value: unknown): string => {
    if (typeof value === 'string' && passes(value, isValid)) return value;
    throw refusal(`${name} must be ${expected}, not ${JSON.stringify(value)}.`);
  };
  const checkGiven = (value: unknown): string => {
    const text = check(value);
    if (isOfOurTime(text)) return text;
    throw refusal(`${name} must be of the years 1900 to 2199, not ${JSON.stringify(text)}.`);
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: check,
    parseValue: checkGiven,
    parseLiteral: (node) => checkGiven('value' in node && node.kind === Kind.STRING ? node.value : null),
  });
}

/** Databases and calendars end somewhere: a year that nobody can mean is refused before it gets to where they do. */
const isOfOurTime = (text: string) => /^(19|20|21)/.test(text);

const refusal = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

function passes(text: string, isValid: (text: string) => boolean): boolean {
  try {
    return isValid(text);
  } catch {
    return false;
  }
}
