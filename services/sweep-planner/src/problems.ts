import { Problem } from '@tributary/platform-service';
import type { FlowRow } from './store/flow-row';

export function unknownFlow(flowId: string): Problem {
  return new Problem(404, 'flow-unknown', `No flow ${flowId}: find flows with GET /sweeps`);
}

/** @param wanted  what was to be done with it, e.g. "be approved" */
export function wrongState({ flowId, state }: FlowRow, wanted: string): Problem {
  return new Problem(409, 'flow-state', `Flow ${flowId} is ${state} and cannot ${wanted}: read it again`);
}
