export * from './local-authority';
export * from './london-authorities';
