import { Directive, Field, InputType, ObjectType } from 'type-graphql';
import { RequiresScopes } from '../access/requires-scopes';

@ObjectType({ description: 'A document that was sent between authorities, by title and checksum; never the document.' })
@Directive('@shareable')
@RequiresScopes('movements:read', 'child-records:read')
export class SentDocument {
  @Field(() => String, { description: 'What it is, as `Child protection plan`.' })
  title!: string;

  @Field(() => String, { description: 'SHA-256 of its bytes, in hexadecimal.' })
  sha256!: string;
}

@InputType({ description: 'A document that is sent, by title and checksum; the document goes another way.' })
export class SentDocumentInput {
  @Field(() => String, { description: 'What it is, as `Child protection plan`: 1 to 200 characters.' })
  title!: string;

  @Field(() => String, { description: 'SHA-256 of its bytes: 64 hexadecimal digits.' })
  sha256!: string;
}
