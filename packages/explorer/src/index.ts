export { addExplorer } from './add-explorer';
export type { ExploredApi } from './explored-api';
export { EXPLORER_SOURCES } from './explorer-sources';
export type { SavedExample } from './saved-example';
export { exampleProblems, readExamples } from './saved-examples';
