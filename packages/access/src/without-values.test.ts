import { withoutValues } from './without-values';

it.each([
  ['Variable "$id" got invalid value "943 476 5919" at "id"', 'Variable "…" got invalid value "…" at "…"'],
  [
    'ID cannot represent value: { number: 9434765919, name: "a \\"quoted\\" name" }',
    'ID cannot represent value: { number: …, name: "…" }',
  ],
  ['a value that was cut: "943 476 59', 'a value that was cut: "…"'],
  ['in\n"two\nlines" and after', 'in\n"…" and after'],
  ['the limit is 20', 'the limit is 20'],
])('a message is logged without the values that it quotes: %s', (message, logged) => {
  expect(withoutValues(message)).toBe(logged);
});
