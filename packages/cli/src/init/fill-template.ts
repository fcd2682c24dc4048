/** What stands in a template in the place of what it is written for, as `{{id}}`. */
const PLACEHOLDER = /\{\{(\w+)\}\}/g;

/**
 * A template with each placeholder filled in. Values are written as they are: they may hold nothing that ends a text in
 * double quotes.
 *
 * @throws TypeError where it has a placeholder of which there is no value.
 */
export function fillTemplate(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(PLACEHOLDER, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) throw new TypeError(`There is nothing to write in the place of ${placeholder}.`);
    return value;
  });
}
