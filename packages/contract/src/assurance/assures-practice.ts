import { Arg, Field, ID, Int, InterfaceType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { Paged } from '../cost/paged';
import type { Connection } from '../paging/connection';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { AssuranceArrangement } from './assurance-arrangement';
import { PracticeAuditConnection, type PracticeAudit } from './practice-audit';
import { ProfessionalChallenge, ProfessionalChallengeConnection } from './professional-challenge';
import { ScrutinyActivityConnection, type ScrutinyActivity } from './scrutiny-activity';

@InterfaceType({ description: 'A partnership that audits practice, keeps a log of challenges and is scrutinised.' })
export abstract class AssuresPractice {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => AssuranceArrangement, {
    nullable: true,
    description: 'How its document sets up escalation and independent scrutiny.',
  })
  @Public()
  assuranceArrangement!: AssuranceArrangement | null;

  @Field(() => PracticeAuditConnection, { nullable: true, description: 'Audits completed, latest first.' })
  @Paged()
  @RequiresScopes('governance:read')
  practiceAudits(
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) _first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    _after?: string | null,
  ): Connection<PracticeAudit> | null {
    return resolvedElsewhere('AssuresPractice.practiceAudits');
  }

  @Field(() => ProfessionalChallengeConnection, { nullable: true, description: 'Its log of challenges, latest first.' })
  @Paged()
  @RequiresScopes('governance:read')
  challenges(
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) _first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    _after?: string | null,
  ): Connection<ProfessionalChallenge> | null {
    return resolvedElsewhere('AssuresPractice.challenges');
  }

  @Field(() => [ProfessionalChallenge], {
    nullable: true,
    description: 'Challenges that were open at the end of a day, the oldest first.',
  })
  @ListSize(10)
  @RequiresScopes('governance:read')
  openChallenges(
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day asked about. Today unless given.' })
    _on?: string | null,
  ): ProfessionalChallenge[] | null {
    return resolvedElsewhere('AssuresPractice.openChallenges');
  }

  @Field(() => ScrutinyActivityConnection, { nullable: true, description: 'Independent scrutiny, latest first.' })
  @Paged()
  @RequiresScopes('governance:read')
  scrutinyActivities(
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) _first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    _after?: string | null,
  ): Connection<ScrutinyActivity> | null {
    return resolvedElsewhere('AssuresPractice.scrutinyActivities');
  }
}
