import { ObligationRecordKind, type RecordsByKind } from '@hub/contract';
import { type SubgraphContext, wholeTable } from '@hub/subgraph-kit';
import { bodies, seatsOfBody, termsOfReference } from '../governance/governance-loaders';
import { MeetingRecord } from '../meetings/meeting-record';
import { currentThresholdDocument } from '../procedures/current-threshold-document';
import { thresholdDocuments, thresholdRequirements } from '../procedures/procedure-loaders';

/** How the records of each kind are read that a subgraph can judge by, as they were known at the end of a day. */
export type RecordReaders = {
  [Kind in keyof RecordsByKind]?: (context: SubgraphContext, on: string) => Promise<RecordsByKind[Kind]>;
};

const isAfter = (date: string | null, day: string) => date !== null && date > day;

const meetings = wholeTable(MeetingRecord, { order: { heldOn: 'DESC', id: 'DESC' } });

/** The records by which a governing document itself is judged. */
export const documentReaders = {
  async [ObligationRecordKind.TERMS_OF_REFERENCE](context) {
    return (await termsOfReference(context)).map(({ id, reviewDue }) => ({
      ...{ kind: ObligationRecordKind.TERMS_OF_REFERENCE, record: id, doneOn: null, reviewDue, isSynthetic: false },
    }));
  },
} satisfies RecordReaders;

/** The records by which every partnership's obligations are judged. */
export const partnershipReaders = {
  ...documentReaders,
  async [ObligationRecordKind.MEETING](context) {
    const seats = new Map(
      await Promise.all((await bodies(context)).map(async ({ id }) => [id, await seatsOfBody(context, id)] as const)),
    );
    return (await meetings(context)).map(({ id, bodyId, heldOn, sectorsRepresented, isSynthetic }) => ({
      ...{ kind: ObligationRecordKind.MEETING, record: id, bodyId, doneOn: heldOn, isSynthetic },
      ...{ sectorsRepresented, seats: seats.get(bodyId) ?? [] },
    }));
  },
  async [ObligationRecordKind.THRESHOLD_DOCUMENT](context, on) {
    const [documents, requirements] = await Promise.all([thresholdDocuments(context), thresholdRequirements(context)]);
    const known = documents
      .filter(({ publishedOn }) => !isAfter(publishedOn, on))
      .map((document) => (isAfter(document.reviewedOn, on) ? { ...document, reviewedOn: null } : document));
    const document = currentThresholdDocument(known, requirements[0] ?? null);
    if (document === null) return [];
    const { id, reviewDue, reviewedOn, publishedOn, isSynthetic } = document;
    const kind = ObligationRecordKind.THRESHOLD_DOCUMENT;
    return [{ kind, record: id, doneOn: reviewedOn ?? publishedOn, reviewDue, isSynthetic }];
  },
} satisfies RecordReaders;
