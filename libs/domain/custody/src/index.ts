export * from './finality';
export * from './ids';
export * from './wallet';
