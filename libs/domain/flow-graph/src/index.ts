export * from './fifo';
export * from './placed-edge';
export * from './trace';
