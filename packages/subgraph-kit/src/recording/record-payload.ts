import { Authenticated, ListSize, UserError } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';

/** The payload of a mutation, as `AdoptProcedurePayload`: what was recorded, or why nothing was. */
export function payloadType(
  mutation: string,
  says: { as: string; type: Function; what: string; result: string; nothing?: string },
): Function {
  const { as, type, what, result, nothing = 'recorded' } = says;
  class Payload {}
  Field(() => type, { nullable: true, description: `${what}; null where it was refused.` })(Payload.prototype, as);
  const why = { description: `Why nothing was ${nothing}; empty where it was.` };
  Field(() => [UserError], why)(Payload.prototype, 'userErrors');
  ListSize(3)(Payload.prototype, 'userErrors');
  Authenticated()(Payload);
  const name = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Payload`;
  ObjectType(name, { description: `Result of ${result}.` })(Payload);
  return Payload;
}
