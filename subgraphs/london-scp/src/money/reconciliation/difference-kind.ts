import { registerEnumType } from 'type-graphql';

/** How two books differ. */
export enum DifferenceKind {
  UNMATCHED_PAYMENT = 'UNMATCHED_PAYMENT',
  UNMATCHED_RECEIPT = 'UNMATCHED_RECEIPT',
  AMOUNT = 'AMOUNT',
  DATE = 'DATE',
  TARGET = 'TARGET',
}

registerEnumType(DifferenceKind, {
  name: 'ReconciliationDifferenceKind',
  description: "How a partnership's books and those of London Councils differ.",
  valuesConfig: {
    UNMATCHED_PAYMENT: { description: 'The partnership paid under a reference that London Councils did not receive.' },
    UNMATCHED_RECEIPT: { description: 'London Councils received under a reference that the partnership did not pay.' },
    AMOUNT: { description: 'Paid and received are not the same amount.' },
    DATE: { description: 'Paid and received lie further apart than the tolerance.' },
    TARGET: { description: 'Paid to the pool and received for a project, or the reverse, or for another project.' },
  },
});
