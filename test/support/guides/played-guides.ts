/**
 * The guides that show examples, in the order in which they are played against one hub: the developer's first, as its
 * deliveries count from the first that a hub makes.
 */
export const PLAYED_GUIDES = ['partnership-developer.md', 'movements-by-graphql.md'];

/** How a partnership joins: its commands are played over a hub that has not heard of it. */
export const JOIN_GUIDE = 'join.md';

/** The one whose examples are played beside the demonstration, each in its subgraph alone. */
export const BUSINESS_GUIDE = 'business-manager.md';
