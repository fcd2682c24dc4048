export { addExplorer, type ExploredApi } from './add-explorer';
export { EXPLORER_SOURCES } from './explorer-sources';
export { exampleProblems, readExamples, type SavedExample } from './saved-examples';
