import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { Synthetic } from '../recording/synthetic';
import { VoiceKind } from './voice-kind';
import { VoiceSource } from './voice-source';
import { VoiceSubject } from './voice-subject';

/** Texts are refused by which somebody could be recognised. */
@ObjectType({ description: 'What children said, what changed because of it, and when they were told.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class VoiceOfChildren extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => VoiceKind, { description: 'Whether one child was heard, or children together.' })
  kind!: VoiceKind;

  @Field(() => VoiceSource, { description: 'Through whom.' })
  source!: VoiceSource;

  @Field(() => VoiceSubject, { description: 'What they were asked about.' })
  subject!: VoiceSubject;

  @Field(() => DateScalar, { description: 'The day they were heard.' })
  heardOn!: string;

  @Field(() => String, { description: 'What they said, in words by which nobody is recognised.' })
  said!: string;

  @Field(() => String, { nullable: true, description: 'What changed because of it; null where that is not recorded.' })
  changed!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day they were told what is done as a result (TRI-02); null where they were not.',
  })
  toldOn!: string | null;
}
