import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { roleRefusal, useMe } from '../identity/session';
import { ActButton } from '../ui/act-button';
import { CopyLinkButton } from '../ui/copy-button';
import type { REGISTRY_VIEWS } from '../search';
import { ScreenHead } from '../ui/screen-head';
import { Segments } from '../ui/segments';
import { Changes } from './changes';
import { Addresses, Assets, Clients, Wallets } from './lists';
import { Mandates } from './mandates';
import { ProposeDialog, PROPOSALS, type Proposal } from './propose-dialog';
import './registry.css';

const VIEWS: Readonly<Record<View, string>> = {
  mandates: 'Mandates',
  clients: 'Clients',
  addresses: 'Addresses',
  wallets: 'Wallets',
  assets: 'Assets',
  changes: 'Changes',
};
type View = (typeof REGISTRY_VIEWS)[number];

const route = getRouteApi('/registry');

/** What the custodian has on record, who recorded it and who approved that; and what is proposed. */
export function RegistryScreen() {
  const { view = 'mandates', id } = route.useSearch();
  const navigate = route.useNavigate();
  const [proposal, setProposal] = useState<Proposal>();
  const refusal = roleRefusal(useMe(), 'operator', 'approver');
  return (
    <>
      <ScreenHead title="Registry">
        <CopyLinkButton />
        {Object.entries(PROPOSALS).map(([name, text]) => (
          <ActButton key={name} refusal={refusal} onClick={() => setProposal(name as Proposal)}>
            {text}
          </ActButton>
        ))}
      </ScreenHead>
      <div className="registry-views">
        <Segments
          label="What to show"
          value={view}
          options={Object.entries(VIEWS) as [View, string][]}
          onChoose={(chosen) => void navigate({ search: { view: chosen }, replace: true })}
        />
      </div>
      {view === 'mandates' && <Mandates open={id} />}
      {view === 'clients' && <Clients marked={id} />}
      {view === 'addresses' && <Addresses marked={id} />}
      {view === 'wallets' && <Wallets marked={id} />}
      {view === 'assets' && <Assets />}
      {view === 'changes' && <Changes />}
      {proposal && <ProposeDialog proposal={proposal} onClose={() => setProposal(undefined)} />}
    </>
  );
}
