export * from './finality';
export * from './ids';
export * from './mandate';
export * from './wallet';
