import { parse, type ObjectTypeDefinitionNode } from 'graphql';
import { lambeth } from '../../../subgraphs/lambeth/src/lambeth';
import { describeDays } from '../../support/describe-days';
import { ownApis } from '../../support/reference-schema';

describeDays(lambeth, {
  'notifyMovement.movedOn': 'a planned move is notified before the child moves',
  'notifyMovement.placementStartsOn': 'a placement is notified before it begins',
  'notifyMovement.dateOfBirth': 'it is refused with BORN_IN_THE_FUTURE',
  'notifyMovement.expectedOn': 'a birth is expected after the notice',
  'amendNotice.movedOn': 'as of the notice: a planned move is notified before the child moves',
  'amendNotice.placementStartsOn': 'as of the notice: a placement is notified before it begins',
  'amendNotice.expectedOn': 'as of the notice: a birth is expected after it',
  'notifyMovement.nextVisitOn': 'a visit is due after the notice',
  'amendNotice.nextVisitOn': 'as of the notice: a visit is due after it',
  'takeMovementStep.conferenceOn': 'a conference is booked before it is held',
  'takeMovementStep.nextReviewOn': 'a review is agreed for a day to come',
  'recordArrival.expectedOn': 'a birth is expected after the arrival',
  'recordArrival.dateOfBirth': 'it is refused with BORN_IN_THE_FUTURE, or BORN_LATER than the arrival',
  'scheduleMeeting.scheduledFor': 'a meeting is planned before it is held',
  'correctScheduledMeeting.scheduledFor': 'as of the plan: it lies ahead',
  'recordPlanDocument.endsOn': 'a plan holds for a time to come',
  'correctPlanDocument.endsOn': 'as of the plan: it holds for a time to come',
  'setSuccessMeasure.endsOn': 'a measure holds for a time to come',
  'correctSuccessMeasure.endsOn': 'as of the measure: it holds for a time to come',
  'recordRecommendationAction.dueOn': 'an action is agreed before it is due',
  'correctRecommendationAction.dueOn': 'as of the action: it is due later',
  'agreeInstalments.instalments.dueOn': 'instalments are agreed before they are due',
  'correctInstalmentAgreement.instalments.dueOn': 'as of the agreement: they are due later',
  'recordTrainingCourse.heldOn': 'a programme lists courses before they are held',
  'correctTrainingCourse.heldOn': 'as of the course: it may be held later',
});

/** What one partnership alone records: Lambeth's learning hubs, Redbridge's signatures and permissions. */
const OF_ONE_ALONE = /LearningHub(Step)?$|MemberSignature$|MemberAgreement$|ConfidentialityPermission$/;

it('the mutations of one partnership are those of all, but for what it alone records', () => {
  const mutationsOf = ({ sdl }: { sdl: string }) => {
    const types = parse(sdl).definitions.filter(
      (one): one is ObjectTypeDefinitionNode => one.kind === 'ObjectTypeDefinition',
    );
    return types
      .find(({ name }) => name.value === 'Mutation')!
      .fields!.map(({ name }) => name.value)
      .filter((name) => !OF_ONE_ALONE.test(name))
      .sort();
  };
  const [first, ...others] = ownApis.map(mutationsOf);
  expect(first!.length).toBeGreaterThan(25);
  for (const other of others) expect(other).toEqual(first);
});
