import { z } from 'zod';
import { ConferenceOutcome } from '../conference-outcome';
import { HousingNoticePart } from '../housing-notice-part';
import { LegalStatus } from '../legal-status';
import { MovementCategory } from '../movement-category';
import { MovementPermanence } from '../movement-permanence';
import { MovementPlanning } from '../movement-planning';
import { OrganisationKind } from '../organisation-kind';
import { PlacementApprover } from '../placement-approver';
import { PlacementDistance } from '../placement-distance';
import { ReviewOutcome } from '../review-outcome';
import { SendingMeans } from '../sending-means';

const text = (description: string) => z.string().meta({ description });
const day = (description: string) => z.string().meta({ description, format: 'date' });
const instant = (description: string) => z.string().meta({ description, format: 'date-time' });
const authority = (description: string) => z.string().meta({ description, examples: ['E09000016'] });
const yesOrNo = (description: string) => z.boolean().meta({ description });
const pseudonyms = (description: string) => z.array(z.string()).meta({ description });

const document = z.strictObject({
  title: text('What it is, as `Child protection plan`.'),
  sha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, 'must be 64 hexadecimal digits')
    .meta({ description: 'SHA-256 of its bytes, in hexadecimal.' }),
});

/**
 * Each thing that a move may say. Here it is only of its kind; its dates, lengths and characters are looked at with the message.
 */
const fields = {
  category: z.enum(MovementCategory).meta({ description: "The child's situation when moving." }),
  circumstances: z
    .array(z.enum(MovementCategory))
    .meta({ description: "What else the child's situation is, beside the category." }),
  circumstance: z.enum(MovementCategory).meta({ description: 'Which of several circumstances has ended.' }),
  origin: authority(
    'GSS code of the authority the child moves from; `ABROAD:FR` of another country, and `UNKNOWN` where nobody knows.',
  ),
  destination: authority('GSS code of the authority the child moves to; `ABROAD:FR` of another country.'),
  originName: text('Name of an origin outside London, as its sender calls it. Its code says it: leave it out.'),
  destinationName: text(
    'Name of a destination outside London, as its sender calls it. Its code says it: leave it out.',
  ),
  permanence: z.enum(MovementPermanence).meta({ description: 'Whether the move is meant to last.' }),
  planning: z.enum(MovementPlanning).meta({ description: 'Whether the move was planned.' }),
  becameAwareAt: instant('When the origin became aware of an unplanned move.'),
  hasStatutoryOrder: yesOrNo('Whether a care, supervision or other order holds that keeps the origin responsible.'),
  legalStatus: z
    .enum(LegalStatus)
    .meta({ description: "The child's legal status: where it is an order, `hasStatutoryOrder` is true." }),
  reasonForMove: text('Why the child moves, in words that name nobody.'),
  interimProtection: text('What protects the child until the move is done, as agreed, in words that name nobody.'),
  lastSeenOn: day('The day on which the child was last seen.'),
  nextVisitOn: day('The day on which the next visit is due.'),
  toTell: z.array(z.enum(OrganisationKind)).meta({ description: 'Who else must be told of the move.' }),
  housingNoticeParts: z.array(z.enum(HousingNoticePart)).meta({
    description: 'Of a household in temporary accommodation: which parts of the housing notice were given.',
  }),
  isShielded: yesOrNo('Whether it must stay hidden where the child lives, as the side says that takes the step.'),
  distance: z.enum(PlacementDistance).meta({ description: 'How far a placement is from the placing authority.' }),
  isEmergency: yesOrNo('Whether a placement is an emergency.'),
  placementStartsOn: day('The day on which a placement begins.'),
  accommodationAvailableOn: day("The day on which a household's accommodation was made available."),
  movedOn: day('The day of the move, where it is known.'),
  expectedOn: day('Of an unborn child: the day on which the birth is expected.'),
  transferPack: z.array(document).meta({ description: 'What was sent: documents by title and checksum.' }),
  reason: text('Why, in words that name nobody.'),
  recordedBy: authority(
    'GSS code of the authority that records the step for the other side, which is outside the hub and cannot; left out where a side records its own.',
  ),
  evidence: text(
    "What a step is known by that is recorded for the other side, or was sent by hand, as a letter's reference and day.",
  ),
  sends: z
    .array(z.string())
    .meta({ description: 'Ids of own steps that were sent by hand to an authority outside the hub.' }),
  means: z.enum(SendingMeans).meta({ description: 'By what means they were.' }),
  confirmation: text('Reference of the letter that accepts responsibility.'),
  approver: z.enum(PlacementApprover).meta({ description: 'Who approved a placement out of area.' }),
  conferenceOn: day('The day for which the transfer-in conference is booked.'),
  conferenceOutcome: z.enum(ConferenceOutcome).meta({ description: 'What the transfer-in conference decided.' }),
  organisation: z
    .enum(OrganisationKind)
    .meta({ description: 'Which organisation was told, or has said that it knows.' }),
  withheld: text('What kind of thing is not shared, in words that name nobody.'),
  returnedAt: instant('When a missing child returned or was found.'),
  outcome: z.enum(ReviewOutcome).meta({ description: 'What a review of a stay or a placement found.' }),
  nextReviewOn: day('The day on which the next review is to be, as was agreed.'),
  childPseudonym: text('Pseudonym of the child, as `p1:1:…` of an NHS number, or `p2:1:…` of a local reference.'),
  siblings: pseudonyms('Pseudonyms of brothers and sisters who move together with the child.'),
  siblingsApart: pseudonyms('Pseudonyms of brothers and sisters who stay apart from the child.'),
};

type Fields = typeof fields;
type Said<Value> = Value extends readonly (infer Item)[] ? readonly Item[] : Value;

/** What a move says, as it is read. Which of it a move must carry is in the table of transitions. */
export const MOVE_DATA = z.strictObject(fields).partial();

/** A document of a transfer pack: what it is and its checksum, never the document. */
export type TransferPackItem = z.output<typeof document>;

/** What a move says. Days are `YYYY-MM-DD`, instants ISO 8601 in UTC. */
export type MoveData = { [Field in keyof Fields]?: Said<z.output<Fields[Field]>> };
