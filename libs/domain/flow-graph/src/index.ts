export * from './fifo';
export * from './largest-lots';
export * from './passage';
export * from './placed-edge';
export * from './trace';
