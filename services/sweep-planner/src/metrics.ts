import { counter, gauge } from '@tributary/platform-telemetry';

export const flows = gauge({
  name: 'sweep_planner_flows',
  help: 'Flows that are not over, by kind and state',
  labels: ['kind', 'state'],
});

export const waitingFlows = gauge({
  name: 'sweep_planner_waiting_flows',
  help: 'Flows that cannot go on just now: for gas, for a lower fee, for the signer or the node',
});

export const oldestFlowSeconds = gauge({
  name: 'sweep_planner_oldest_flow_seconds',
  help: 'Age of the oldest flow that is not over',
});

export const troubledMandates = gauge({
  name: 'sweep_planner_troubled_mandates',
  help: 'Mandates under which nothing can be planned just now',
});

export const leases = gauge({ name: 'sweep_planner_leases', help: 'Resources that are leased to a flow' });

export const unexplainedOutflows = counter({
  name: 'sweep_planner_unexplained_outflows_total',
  help: 'Movements and fees out of our addresses that no flow explains, by what left',
  labels: ['what'],
});

export const standingOutflows = gauge({
  name: 'sweep_planner_unexplained_outflows',
  help: 'Unexplained outflows that stand on the chain',
});

export const broadcasts = counter({
  name: 'sweep_planner_broadcasts_total',
  help: 'Signed transactions handed to the node, by its answer',
  labels: ['outcome'],
});
