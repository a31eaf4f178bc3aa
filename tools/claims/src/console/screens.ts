import type { Api } from '@tributary/demo';

/** A screen, as a path of the page. */
export interface Screen {
  readonly name: string;
  readonly path: string;
}

interface List<Item> {
  readonly items: readonly Item[];
}

/** Every screen of the page, filled with what the system holds now. */
export async function screensOf(api: Api): Promise<Screen[]> {
  const [deposit] = (await api.get<List<{ transferId: string; assetId: string }>>('/deposits?state=finalized&limit=1'))
    .items;
  const [sweep] = (await api.get<List<{ flowId: string }>>('/sweeps?kind=sweep&limit=1')).items;
  const [mandate] = (await api.get<List<{ mandateId: string }>>('/mandates?limit=1')).items;
  const [change] = (await api.get<List<{ changeId: number }>>('/changes?state=proposed&limit=1')).items;
  const [waiting] = (await api.get<List<{ flowId: string }>>('/sweeps?state=PENDING_APPROVAL&limit=1')).items;
  if (!deposit || !sweep || !mandate || !change || !waiting) {
    throw new Error('The system holds too little: no deposit, sweep, mandate, proposed change or waiting movement');
  }
  const { transferId, assetId } = deposit;
  const query = (fields: Record<string, string>) => String(new URLSearchParams(fields));
  return [
    { name: 'flow', path: '/flow?range=all' },
    { name: 'flow of claims', path: '/flow?range=all&layer=entitlement' },
    { name: 'trace', path: `/trace?${query({ asset: assetId, transferId })}` },
    { name: 'deposits', path: '/deposits' },
    { name: 'deposit', path: `/deposits/${encodeURIComponent(transferId)}` },
    { name: 'sweeps', path: '/sweeps' },
    { name: 'sweep', path: `/sweeps/${encodeURIComponent(sweep.flowId)}` },
    { name: 'approval of a movement', path: `/approvals?${query({ item: `sweep:${waiting.flowId}` })}` },
    { name: 'approval of a change', path: `/approvals?${query({ item: `change:${change.changeId}` })}` },
    { name: 'ledger', path: '/ledger' },
    { name: 'mandates', path: `/registry?${query({ view: 'mandates', id: mandate.mandateId })}` },
    ...['clients', 'addresses', 'wallets', 'assets', 'changes'].map((view) => ({
      name: view,
      path: `/registry?view=${view}`,
    })),
    { name: 'health', path: '/health' },
    { name: 'not found', path: '/nowhere' },
  ];
}
