import { registerEnumType } from 'type-graphql';

/** Why a delivery has not come to rest at its partnership. */
export enum MovementDeliveryProblem {
  NOT_STORED = 'NOT_STORED',
  NOT_UNDERSTOOD = 'NOT_UNDERSTOOD',
}

registerEnumType(MovementDeliveryProblem, {
  name: 'MovementDeliveryProblem',
  description: "Why a partnership's system has not taken what the hub has for it.",
  valuesConfig: {
    NOT_STORED: { description: 'It could not store it.' },
    NOT_UNDERSTOOD: { description: 'It does not know what it says: it may be older than the hub.' },
  },
});

/** What is wrong and what to do about it, for whoever the delivery is for. */
export const DELIVERY_REMEDIES: Readonly<Record<MovementDeliveryProblem, string>> = {
  NOT_STORED:
    'The hub has this for you, and your own system could not store it. The log of the system says why. It is offered again until it is stored.',
  NOT_UNDERSTOOD:
    'The hub has this for you, and your own system does not know what it says. Bring the system up to date. It is offered again until it is stored.',
};
