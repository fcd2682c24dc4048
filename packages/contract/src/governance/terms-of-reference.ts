import { Arg, Directive, Field, ID, ObjectType } from 'type-graphql';
import { PartialDate } from '@hub/scalars';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';
import { Body } from './body';
import { ClauseTopic } from './clause-topic';
import { AuthorityTest } from './authority-test';
import { DocumentStatus } from './document-status';
import { Clause } from './clause';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { Signatory } from './signatory';
import { SignOffRule } from './sign-off-rule';
import { StatutoryPartner } from './statutory-partner';
import { Sourced } from '../recording/sourced';

@ObjectType({ description: 'The governing document of a partnership. Null means that the document is silent.' })
@Directive('@shareable')
@Public()
export class TermsOfReference extends Sourced {
  @Field(() => ID, { description: 'Global id, as `havering-terms-of-reference`.' })
  id!: string;

  @Field(() => String, { description: 'Title of the document.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Version the document states for itself.' })
  version!: string | null;

  @Field(() => DocumentStatus, { description: 'Status the document states for itself.' })
  status!: DocumentStatus;

  @Field(() => String, { nullable: true, description: 'Author named in the document.' })
  author!: string | null;

  @Field(() => PartialDate, {
    nullable: true,
    description: 'The date that stands on it, where it does not say what was done then.',
  })
  datedOn!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'When it was agreed or approved.' })
  agreedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Who agreed or approved it.' })
  agreedBy!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'When it was published.' })
  publishedOn!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'When its arrangements were implemented.' })
  implementedOn!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'When its review is due.' })
  reviewDue!: string | null;

  @Field(() => PartialDate, {
    nullable: true,
    description: 'From when it is worked to, where that is known; the first one may not say.',
  })
  inForceFrom!: string | null;

  @Field(() => PartialDate, {
    nullable: true,
    description: 'From when the next document is worked to in its place; null while there is none.',
  })
  replacedFrom!: string | null;

  @Field(() => [Body], { description: 'The bodies that it sets up.' })
  @ListSize(8)
  bodies!: Body[];

  @Field(() => [StatutoryPartner], { description: 'The statutory safeguarding partners that it names, by sector.' })
  @ListSize(5)
  statutoryPartners!: StatutoryPartner[];

  @Field(() => [Signatory], { description: 'Who signed it.' })
  @ListSize(5)
  signatories!: Signatory[];

  @Field(() => [AuthorityTest], {
    description:
      'What it asks of whoever stands for an agency, as being able to take decisions; none where it is silent.',
  })
  @ListSize(5)
  authorityTests!: AuthorityTest[];

  @Field(() => SignOffRule, { description: 'Who signs off key decisions and documents.' })
  decisionSignOff!: SignOffRule;

  @Field(() => SignOffRule, { description: 'Who signs off minutes before they are published.' })
  minutesSignOff!: SignOffRule;

  @Field(() => [Clause], { description: 'Its clauses in their order.' })
  @ListSize(40)
  clauses(
    @Arg('topic', () => ClauseTopic, { nullable: true, description: 'Only clauses found under this topic.' })
    _topic?: ClauseTopic | null,
    @Arg('topics', () => [ClauseTopic], {
      nullable: true,
      description: 'Only clauses found under one of these topics.',
    })
    _topics?: ClauseTopic[] | null,
  ): Clause[] {
    return resolvedElsewhere('TermsOfReference.clauses');
  }
}
