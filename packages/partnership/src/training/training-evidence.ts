import { ObligationRecordKind } from '@hub/contract';
import { type EvidenceReaders, grouped } from '@hub/subgraph-kit';
import { allCourses, allEvaluations } from './training-loaders';

const kind = ObligationRecordKind.TRAINING_COURSE;

/** Courses with their evaluations, as `BEFORE:DELEGATE`; no day is recorded of an evaluation. */
export const trainingEvidence: EvidenceReaders = {
  async [kind](context) {
    const [courses, evaluations] = await Promise.all([allCourses(context), allEvaluations(context)]);
    const told = grouped(evaluations, ({ courseId }) => courseId);
    return courses.map(({ id, heldOn, isSynthetic }) => ({
      ...{ kind, record: id, doneOn: heldOn, isSynthetic, bodyId: null, of: null, endsOn: null, dueOn: null },
      parts: (told.get(id) ?? []).map(({ stage, respondent }) => ({ name: `${stage}:${respondent}`, doneOn: null })),
    }));
  },
};
