/** How a movement stands: what is asked of it at the hub and at home alike. */
export const STANDING = `
  notice { category circumstances permanence planning becameAwareAt movedOn hasStatutoryOrder distance isEmergency
    placementStartsOn accommodationAvailableOn }
  nextSteps { move side carries scope }
  awaiting { move authority clock dueAt dueOn }
  outside { side authority name isToldByHub toSend { step move occurredAt } }
  readAt readByRole`;
