import {
  BodyKind,
  ChairKind,
  ClauseTopic,
  DocumentStatus,
  judgedBy,
  PlacesRule,
  QuorumRule,
  SeatCapacity,
  Sector,
  SignOffRule,
  ViceChairKind,
} from '@hub/contract';
import { z } from 'zod';
import { clauseId, gssCode, partialDate, slug, sources } from './fact-parts';

/**
 * The shape of a partnership's facts folder. Each file is YAML, read by people first; unknown keys
 * are refused, so that a misspelt fact is an error and not a silence. `null` means that the founding
 * document is silent. `sources` are clause ids (`HAV-12`), which must exist in `clauses.yaml`.
 */

/** What we add and the document does not say: an inference, a contradiction, a silence. */
const note = z.string().min(1).nullable().default(null);

/** `clauses.yaml`: every row of the clause list, in its order. */
export const clausesFile = z.array(
  z.strictObject({
    id: clauseId,
    /** The heading it stands under, without its number; null under none, and of a silence. */
    heading: z.string().min(1).nullable(),
    /** The number that the document gives the section or paragraph. */
    section: z.string().min(1).nullable().default(null),
    topic: z.enum(ClauseTopic),
    /** Further topics under which the clause must also be found. */
    alsoTopics: z.array(z.enum(ClauseTopic)).default([]),
    /** True where the rule differs between partnerships (the difference matrix). */
    differs: z.boolean().default(false),
    /** The document's own words, with ` […] ` between passages; null where the document is silent. */
    quote: z.string().min(1).nullable(),
    /** What it says, in words of ours. */
    summary: z.string().min(1),
    /** Whether it obliges to nothing and sets nothing up that the hub could hold: a purpose, a value, a basis in law. */
    statement: z.literal(true).optional(),
    note,
  }),
);

/** What the document asks of whoever stands for an agency: three tests, four or five. */
const authorityTest = z.strictObject({ id: slug, words: z.string().min(1), clause: clauseId });

const signatory = z.strictObject({
  name: z.string(),
  role: z.string(),
  organisation: z.string(),
  sector: z.enum(Sector),
  sources,
});

/** `terms-of-reference.yaml`: document control, dates and signatories. */
export const termsOfReferenceFile = z.strictObject({
  title: z.string(),
  version: z.string().nullable(),
  status: z.enum(DocumentStatus),
  author: z.string().nullable(),
  /** The date that stands on the document, where it does not say of what. */
  datedOn: partialDate.nullable().default(null),
  agreedOn: partialDate.nullable(),
  agreedBy: z.string().nullable(),
  publishedOn: partialDate.nullable(),
  implementedOn: partialDate.nullable(),
  reviewDue: partialDate.nullable(),
  /** From when it is worked to. A document that takes the place of another must say so; the first may not know. */
  inForceFrom: partialDate.nullable().default(null),
  signatories: z.array(signatory).default([]),
  authorityTests: z.array(authorityTest).default([]),
  /** Who signs off key decisions and documents, where the document says so. */
  decisionSignOff: z.enum(SignOffRule).default(SignOffRule.NOT_SPECIFIED),
  /** Who signs off minutes before they are published, where the document says so. */
  minutesSignOff: z.enum(SignOffRule).default(SignOffRule.NOT_SPECIFIED),
  sources,
});

/** `agencies.yaml`: every agency or office that holds a seat; seats refer to them by `id`. */
export const agenciesFile = z.array(z.strictObject({ id: slug, name: z.string(), sector: z.enum(Sector) }));

/** `statutory-partners.yaml`: the safeguarding partners, by sector. */
export const statutoryPartnersFile = z.array(
  z.strictObject({
    sector: z.enum(Sector),
    agency: slug,
    /** The post that leads for this partner, as the document words it. */
    leadRepresentative: z.string().nullable(),
    sources,
  }),
);

const chair = z.strictObject({
  kind: z.enum(ChairKind),
  /** The arrangement in the document's words. */
  description: z.string(),
  agreedBy: z.string().nullable().default(null),
  /** Whether the chair is also the independent scrutineer; null where the document is silent. */
  isAlsoScrutineer: z.boolean().nullable().default(null),
  /** Another board that shares the same chair. */
  sharedWith: z.string().nullable().default(null),
  termYears: z.number().int().positive().nullable().default(null),
  /** For ROTATING: the sectors that take turns, as the document lists them. */
  rotation: z.array(z.enum(Sector)).default([]),
  viceChair: z.enum(ViceChairKind).default(ViceChairKind.NOT_SPECIFIED),
  viceChairDescription: z.string().nullable().default(null),
  note,
  sources,
});

const seat = z.strictObject({
  /** The seat as the document words it. */
  title: z.string(),
  /** Agency id, or null where the document names a role or a kind of agency and not one agency. */
  agency: slug.nullable(),
  sector: z.enum(Sector),
  capacity: z.enum(SeatCapacity),
  places: z.number().int().positive().nullable(),
  placesRule: z.enum(PlacesRule),
  /** Years of a term of office, where stated. */
  termYears: z.number().int().positive().nullable().default(null),
  /** True where the seat stands for a statutory safeguarding partner. */
  isStatutoryPartner: z.boolean().default(false),
  note,
  sources,
});

/** `bodies.yaml`: the groups of the partnership with their chairs and seats. */
export const bodiesFile = z.array(
  z.strictObject({
    id: slug,
    name: z.string(),
    otherNames: z.array(z.string()).default([]),
    kind: z.enum(BodyKind),
    /** Id of the body it reports to or works under, where the document says so. */
    parent: slug.nullable().default(null),
    remit: z.string().nullable().default(null),
    /** Stated meetings a year; null where the document is silent. */
    meetsTimesPerYear: z.number().int().positive().nullable(),
    /** The frequency in the document's words, such as "ordinarily every other month". */
    meetingFrequency: z.string().nullable(),
    quorum: z.enum(QuorumRule),
    /** GSS code of the local authority that a local group serves. */
    localAuthority: gssCode.nullable().default(null),
    /** GSS codes of the local authorities that the document lists it for, within the partnership or not. */
    covers: z.array(gssCode).default([]),
    /** How many represent an agency on it, unless its chair agrees to more (RED-17). */
    representativesPerAgency: z.number().int().positive().nullable().default(null),
    /** What we read into it, or what the document leaves open. */
    note,
    /** Null where the document says nothing of a chair of this body. */
    chair: chair.nullable(),
    seats: z.array(seat).default([]),
    sources,
  }),
);

/** `priorities.yaml`: priorities that the document itself states (may be empty). */
export const prioritiesFile = z.array(
  z.strictObject({ id: slug, title: z.string(), financialYear: z.string().nullable(), sources }),
);

/** `relations.yaml`: what the document asserts of arrangements with others, true or disputed. */
export const relationsFile = z.array(
  z.strictObject({
    id: slug,
    /** The arrangement or body spoken of, such as "BHR Safeguarding Partnership". */
    subject: z.string(),
    statement: z.string(),
    validFrom: partialDate.nullable(),
    validTo: partialDate.nullable(),
    sources,
  }),
);

/** `obligations.yaml`: what the document obliges to, and how it is judged, in the order of its clauses. */
export const obligationsFile = z.array(
  z.strictObject({
    id: slug,
    /** Null where no clause speaks of the topic. */
    clause: clauseId.nullable(),
    /** One of the topics of the clause. */
    topic: z.enum(ClauseTopic),
    /** The rule in words close to the document. */
    rule: z.string().min(1),
    /** Id of the body that it obliges, and whose meetings count. */
    body: slug.nullable().default(null),
    judgedBy,
  }),
);

/** `threshold-document.yaml`, where the document asks for one: its title and how often it is reviewed (TRI-50). */
export const thresholdDocumentFile = z.strictObject({
  title: z.string().min(1),
  /** Months from one review to the next; null where the document is silent. */
  reviewEveryMonths: z.number().int().positive().nullable(),
  sources,
});
