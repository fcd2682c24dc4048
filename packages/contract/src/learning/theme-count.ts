import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { RequiresScopes } from '../access/requires-scopes';
import { LearningTheme } from './learning-theme';

/** Counts recommendations, which are made to agencies: no children, and no incidents. */
@ObjectType({ description: 'How often a theme recurs in recommendations.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class ThemeCount {
  @Field(() => LearningTheme, { description: 'The theme.' })
  theme!: LearningTheme;

  @Field(() => Int, { description: 'How many recommendations are about it.' })
  recommendations!: number;

  @Field(() => Int, { description: 'How many of them the agency did not accept.' })
  notAccepted!: number;
}
