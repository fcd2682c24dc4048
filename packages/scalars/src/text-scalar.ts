import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { refusedValue } from './refused-value';

/**
 * Makes a scalar that is text on both sides and begins with a year. What does not pass is refused as the caller's mistake,
 * in a sentence that names the scalar and the remedy.
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
  const check = (value: unknown, node?: ValueNode): string => {
    if (typeof value === 'string' && passes(value, isValid)) return value;
    throw refusedValue(`${name} must be ${expected}`, value, node);
  };
  const checkGiven = (value: unknown, node?: ValueNode): string => {
    const text = check(value, node);
    if (isOfOurTime(text)) return text;
    throw refusedValue(`${name} must be of the years 1900 to 2199`, text, node);
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => check(value),
    parseValue: (value) => checkGiven(value),
    parseLiteral: (node) => checkGiven(node.kind === Kind.STRING ? node.value : null, node),
  });
}

/** Databases and calendars end somewhere: a year that nobody can mean is refused before it gets to where they do. */
const isOfOurTime = (text: string) => /^(19|20|21)/.test(text);

function passes(text: string, isValid: (text: string) => boolean): boolean {
  try {
    return isValid(text);
  } catch {
    return false;
  }
}
