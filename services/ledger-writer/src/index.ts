export { PostFact } from './post-fact';
export { LedgerWriterModule } from './service';
export { InitialSchema1 } from './store/initial-schema-1';
