export * from './balance-identity';
export * from './pending-deposit';
export * from './slashing';
export * from './stake';
export * from './staking-error';
export * from './validator';
export * from './withdrawal';
