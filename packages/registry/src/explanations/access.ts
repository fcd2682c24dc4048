import type { Told } from './explain';

const HUB = (directives: string, type = 'String') =>
  `"""A hub of its own."""\ntype RedbridgeHub {\n  """Its topic."""\n  topic: ${type}${directives}\n}`;
const MEETING = (directives: string) =>
  `type Meeting @shareable {\n  heldOn: String ${directives}\n  quorate: Boolean @tag(name: "public")\n}`;

/** Of who may see what. */
export const ACCESS = {
  ACCESS_NOT_OF_CONTRACT: {
    means: 'A shared type or field asks more or less of whoever reads it than the contract, or is hidden.',
    why: 'Composition adds up what all say: one partnership that asks more shuts everybody out, one that hides a field hides it of all. And what one opens of its own is what the contract guards.',
    example: { before: MEETING('@inaccessible'), after: MEETING('@tag(name: "public")') },
  },
  FIELD_WITHOUT_DECISION: {
    means: 'Neither the field nor its type says who may see it.',
    why: 'What nobody decided is not open by mistake.',
    example: { before: HUB(''), after: HUB(' @tag(name: "public")') },
  },
  GUARDED_FIELD_NOT_NULLABLE: {
    means: 'Some who may see the type may not see the field, and the field may not be null.',
    why: 'It is left out of their answer. Where it may not be null, that would cost them all that is around it.',
    example: {
      before: HUB(' @requiresScopes(scopes: [["governance:read"]])', 'String!'),
      after: HUB(' @requiresScopes(scopes: [["governance:read"]])'),
    },
  },
  SCOPE_UNKNOWN: {
    means: 'A field requires a scope that the hub does not know.',
    why: 'No token has it: nobody would ever see the field.',
    example: {
      before: HUB(' @requiresScopes(scopes: [["hubs:read"]])'),
      after: HUB(' @requiresScopes(scopes: [["governance:read"]])'),
    },
  },
} satisfies Record<string, Told>;
