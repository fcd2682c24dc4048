import { Field, InputType } from 'type-graphql';
import { publishedFields } from './published-fields';

const REASON = 'Why, in words: it stays in the history, and must name no child.';

/** What is given to correct a record: all of it, and why. */
export function correctionInput(name: string, input: new () => object): new () => object {
  class Correction extends input {}
  Field(() => String, { description: REASON })(Correction.prototype, 'reason');
  InputType(`Correct${name}Input`, { description: 'How it should have been recorded, and why it is corrected.' })(
    Correction,
  );
  return Correction;
}

/** What is given to withdraw a record: what it is recorded by, and why. */
export function withdrawalInput(name: string, input: new () => object, by: readonly string[]): new () => object {
  class Withdrawal {}
  for (const { name: field, getType, typeOptions, description } of publishedFields(input)) {
    if (!by.includes(field)) continue;
    const options = { nullable: typeOptions.nullable ?? false, description: description! };
    Field(getType, options)(Withdrawal.prototype, field);
  }
  Field(() => String, { description: REASON })(Withdrawal.prototype, 'reason');
  InputType(`Withdraw${name}Input`, { description: 'What is withdrawn, and why.' })(Withdrawal);
  return Withdrawal;
}
