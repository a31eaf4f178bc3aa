export { FlowGraphModule } from './service';
export { lookUpIn, toEdge, type EdgeRecord } from './store/find-edges';
export { FlowGraphSchema1 } from './store/flow-graph-schema';
