export * from './adjoining-authorities';
export * from './local-authority';
export * from './london-authorities';
