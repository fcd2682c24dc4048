import { ProvidesTraining } from '@hub/contract';
import { demonstrates, loadDemonstration } from '@hub/subgraph-kit';
import type { PartnershipModule } from '../partnership-module';
import { demonstrationTraining } from './demonstration-training';
import { trainingAttendance, TrainingAttendanceRecord } from './training-attendance-record';
import { trainingCourse, TrainingCourseRecord } from './training-course-record';
import { trainingEvaluation, TrainingEvaluationRecord } from './training-evaluation-record';
import { trainingEvidence } from './training-evidence';
import { Training1764900004200 } from './training-migration';
import { ProvidesTrainingResolver, TrainingCourseResolver } from './training-resolver';

/** The training programme: courses, who attended, and evaluations. */
export const training: PartnershipModule = ({ id, facts }) => ({
  capabilities: [ProvidesTraining],
  resolvers: [ProvidesTrainingResolver, TrainingCourseResolver],
  records: [trainingCourse, trainingAttendance, trainingEvaluation],
  evidence: trainingEvidence,
  migrations: [Training1764900004200],
  load(manager, options) {
    const demonstration = () => demonstrationTraining(id, facts());
    return loadDemonstration(manager, 'training', options, [
      demonstrates(TrainingCourseRecord, () => demonstration().courses),
      demonstrates(TrainingAttendanceRecord, () => demonstration().attendance),
      demonstrates(TrainingEvaluationRecord, () => demonstration().evaluations),
    ]);
  },
});
