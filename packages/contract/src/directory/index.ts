export * from './local-authority';
export * from './local-partnership';
export * from './london-authorities';
