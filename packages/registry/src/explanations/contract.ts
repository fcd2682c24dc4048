import type { Told } from './explain';

const MEETING = (fields: string) =>
  `type Meeting @shareable {\n  ${fields}\n  quorate: Boolean @tag(name: "public")\n}`;
const HELD_ON = 'heldOn: String @tag(name: "public")';
const PARTNERSHIP = (
  implemented: string,
  fields = '',
  meetings = true,
) => `type RedbridgePartnership implements ${implemented} @key(fields: "id") {
  id: ID! @tag(name: "public")
  bodies(kind: BodyKind): [Body!] @listSize(assumedSize: 8) @requiresScopes(scopes: [["governance:read"]])${
    meetings ? '\n  meetings: [Meeting!] @listSize(assumedSize: 4) @tag(name: "public")' : ''
  }${fields}
}`;

/** Of what all partnerships have in common. */
export const CONTRACT = {
  CONTRACT_MEMBER_UNKNOWN: {
    means: 'A type of the contract has a field or a value more than the contract.',
    why: 'What is shared is the same everywhere. A field that only one has would be asked of all, and answered by one.',
    example: { before: MEETING('heldAt: String @tag(name: "public")'), after: MEETING(HELD_ON) },
  },
  CONTRACT_FIELD_MISSING: {
    means: 'A type lacks a field that the contract has of it, or of an interface that it implements.',
    why: 'Who asks every partnership relies on it. What a partnership does not know it answers with null; what it does not offer it does not claim.',
    example: {
      before: PARTNERSHIP('LocalPartnership & HoldsMeetings & KeepsBudget'),
      after: PARTNERSHIP('LocalPartnership & HoldsMeetings'),
    },
  },
  CONTRACT_TYPE_DIFFERS: {
    means:
      'A field or type is of another type than in the contract, or may be null where that may not, or the other way round.',
    why: 'The answers of all partnerships are read by one program. Every field across a boundary may be null, so that a partnership that is down costs its own fields alone.',
    example: { before: MEETING('heldOn: String! @tag(name: "public")'), after: MEETING(HELD_ON) },
  },
  CONTRACT_ARGUMENT_DIFFERS: {
    means: 'A field takes other arguments than in the contract.',
    why: 'One question goes to all partnerships: an argument that one does not take is asked of none.',
    example: { before: MEETING('heldOn(format: String): String @tag(name: "public")'), after: MEETING(HELD_ON) },
  },
  DIRECTIVE_NOT_OF_CONTRACT: {
    means:
      'A directive of federation stands, or does not, where the contract has it otherwise: @key, @shareable, @override, @deprecated.',
    why: 'They say who answers what, for all that have the type.',
    example: {
      before: MEETING(HELD_ON).replace(' @shareable', ''),
      after: MEETING(HELD_ON),
    },
  },
  INTERFACE_NOT_CLAIMED: {
    means: 'A type of a family, as RedbridgePartnership, does not implement the interface of the family.',
    why: 'Questions of every partnership reach it by its interface.',
    example: { before: PARTNERSHIP('HoldsMeetings'), after: PARTNERSHIP('LocalPartnership & HoldsMeetings') },
  },
} satisfies Record<string, Told>;
