export { addExplorer, type ExploredApi } from './add-explorer';
export { EXPLORER_CSP } from './explorer-csp';
export { exampleProblems, readExamples, type SavedExample } from './saved-examples';
