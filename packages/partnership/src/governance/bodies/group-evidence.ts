import { type Evidence, ObligationRecordKind, type Part } from '@hub/contract';
import { type EvidenceReaders, wholeTable } from '@hub/subgraph-kit';
import { bodies, relations } from '../governance-loaders';
import { boardContact, BoardContactRecord } from './board-contact-record';
import { groupReport, GroupReportRecord } from './group-report-record';

const groupReports = wholeTable(GroupReportRecord, { order: groupReport.order });
const boardContacts = wholeTable(BoardContactRecord, { order: boardContact.order });

const { GROUP, GROUP_REPORT, LINKED_BOARD, BOARD_CONTACT } = ObligationRecordKind;

/**
 * Groups with their reports, and boards with the contacts with them. Each is held to its rule from the first that is recorded of
 * any of them: before, nothing shows what was done.
 */
export const groupEvidence: EvidenceReaders = {
  async [GROUP](context, on) {
    const [allBodies, all] = await Promise.all([bodies(context, on), groupReports(context)]);
    const reports = all.filter(({ receivedOn }) => receivedOn <= on);
    const first = reports.at(-1);
    if (!first) return [];
    return allBodies.map(({ id, name: called, kind, openedOn, closedOn }): Evidence => {
      const its = reports.filter(({ bodyId }) => bodyId === id);
      const doneOn = openedOn !== null && openedOn > first.receivedOn ? openedOn : first.receivedOn;
      const isSynthetic = (its[0] ?? first).isSynthetic;
      return {
        ...{ kind: GROUP, record: id, doneOn, isSynthetic, bodyId: null, of: kind, endsOn: closedOn, dueOn: null },
        ...{ called, parts: its.flatMap(partsOf) },
      };
    });
  },
  async [GROUP_REPORT](context, on) {
    const [allBodies, reports] = await Promise.all([bodies(context, on), groupReports(context)]);
    return reports.map((report): Evidence => {
      const of = allBodies.find(({ id }) => id === report.bodyId)?.kind ?? null;
      return { ...shownOf(report), bodyId: null, of, endsOn: null, dueOn: null, parts: partsOf(report) };
    });
  },
  async [LINKED_BOARD](context, on) {
    const [boards, all] = await Promise.all([relations(context, on), boardContacts(context)]);
    const contacts = all.filter(({ heldOn }) => heldOn <= on);
    const first = contacts.at(-1);
    if (!first) return [];
    return boards.map(({ id }): Evidence => {
      const its = contacts.filter(({ relationId }) => relationId === id);
      const { heldOn: doneOn, isSynthetic } = first;
      return {
        ...{ kind: LINKED_BOARD, record: id, doneOn, isSynthetic, bodyId: null, of: id, endsOn: null, dueOn: null },
        parts: its.map(({ id: record, kind, heldOn, isSynthetic: isDemonstration }) => ({
          ...{ name: kind, doneOn: heldOn },
          shown: { kind: BOARD_CONTACT, record, doneOn: heldOn, isSynthetic: isDemonstration },
        })),
      };
    });
  },
};

const shownOf = ({ id, receivedOn, isSynthetic }: GroupReportRecord) => ({
  ...{ kind: GROUP_REPORT, record: id, doneOn: receivedOn, isSynthetic },
});

function partsOf(report: GroupReportRecord): Part[] {
  const part = (name: string) => ({ name, doneOn: report.receivedOn, shown: shownOf(report) });
  return [
    part('REPORT'),
    ...(report.voiceOfTheChild === null ? [] : [part('VOICE_OF_THE_CHILD')]),
    ...(report.theme === null ? [] : [part('THEME')]),
  ];
}
