import { ListSize, LOCAL_REFERENCE, RequiresScopes, UserError } from '@hub/contract';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { OwnMovement } from '../own-api/own-movement';

@InputType({ description: 'The child whom one looks for. By the number or reference a pseudonym is made at once.' })
export class LookUpChildInput {
  @Field(() => String, {
    nullable: true,
    description: "The child's NHS number, or of Scotland or Northern Ireland the like. It or `localReference`.",
  })
  nhsNumber?: string | null;

  @Field(() => String, { nullable: true, description: LOCAL_REFERENCE })
  localReference?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True where the child was notified or arrived before its birth, under a reference of the mother.',
  })
  isUnborn!: boolean;
}

/** What the hub says of a child. */
@ObjectType({ description: 'What the hub says of a child: as little as tells whom to ask.' })
@RequiresScopes('child-records:read')
export class ChildAtHub {
  @Field(() => ID, {
    nullable: true,
    description: 'Code of the authority that is responsible for the child now; null where the hub has no notice.',
  })
  responsible!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  responsibleName!: string | null;

  @Field(() => Boolean, {
    description: 'Whether another authority says that it is responsible, and that is not settled.',
  })
  isClaimed!: boolean;

  @Field(() => Boolean, { description: 'Whether a movement of the child is open, whoever is party to it.' })
  isMoving!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether there are movements of the child to which your partnership is no party. Under BREAK_GLASS the hub lists them.',
  })
  hasOthers!: boolean;
}

/** What is known of a child who is looked for, here and at the hub. */
@ObjectType({ description: 'What is known of a child who is looked for: here, and at the hub where it answers.' })
@RequiresScopes('child-records:read')
export class OwnChildLookUp {
  @Field(() => ID, {
    nullable: true,
    description: 'Pseudonym of the child, by which the hub is asked. Null where nobody was looked for.',
  })
  childPseudonym!: string | null;

  @Field(() => [OwnMovement], {
    nullable: true,
    description:
      "The child's movements and arrivals of one's own authority, latest first, at most 100; of an adopted child none.",
  })
  @ListSize(3)
  movements!: OwnMovement[] | null;

  @Field(() => ChildAtHub, {
    nullable: true,
    description: 'What the hub says of the child; null where it could not be asked, and `hubProblem` says why.',
  })
  atHub!: ChildAtHub | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why the hub could not be asked: what it knows of the child is not known here. Null where it answered.',
  })
  hubProblem!: string | null;

  @Field(() => [UserError], { description: 'Why nobody was looked for; empty where somebody was.' })
  @ListSize(1)
  userErrors!: UserError[];
}
