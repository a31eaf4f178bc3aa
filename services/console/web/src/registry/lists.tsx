import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Asset } from '../api';
import { assetsQuery } from '../queries';
import { Moment } from '../ui/moment';
import { Reference } from '../ui/reference';
import { RecordTable, type Cell } from './record-table';
import {
  addressesQuery,
  registeredClientsQuery,
  walletsQuery,
  type RegisteredAddress,
  type RegisteredClient,
  type Wallet,
} from './registry-queries';

const moment = (at: string | null): Cell => ({ text: at ?? '', shown: <Moment at={at} /> });
/** Who asked for a record and who approved it. */
const persons = ({ maker, checker }: { maker: string; checker: string }): Cell => ({
  text: `${maker}, ${checker}`,
});

export function Clients({ marked }: { marked?: string }) {
  return (
    <RecordTable<RegisteredClient>
      title="Clients"
      marked={marked}
      answer={useQuery(registeredClientsQuery)}
      idOf={({ clientId }) => clientId}
      columns={[
        [
          'Client',
          ({ clientId }) => ({
            text: clientId,
            shown: (
              <Link to="/deposits" search={{ clientId }}>
                {clientId}
              </Link>
            ),
          }),
        ],
        ['State', ({ state }) => ({ text: state })],
        ['Opened, UTC', ({ openedAt }) => moment(openedAt)],
        ['Closed, UTC', ({ closedAt }) => moment(closedAt)],
        ['Proposed and approved by', persons],
      ]}
    />
  );
}

export function Addresses({ marked }: { marked?: string }) {
  return (
    <RecordTable<RegisteredAddress>
      title="Addresses"
      marked={marked}
      answer={useQuery(addressesQuery)}
      idOf={({ address }) => address}
      columns={[
        ['Address', ({ address }) => ({ text: address, shown: <Reference value={address} /> })],
        ['Wallet', ({ walletId }) => ({ text: walletId })],
        ['Client', ({ clientId }) => ({ text: clientId ?? '—' })],
        ['Role', ({ role }) => ({ text: role })],
        ['Chain', ({ chain }) => ({ text: chain })],
        ['Allocated, UTC', ({ allocatedAt }) => moment(allocatedAt)],
        ['Proposed and approved by', persons],
        [
          'Deposits',
          ({ address }) => ({
            text: '',
            shown: (
              <Link to="/deposits" search={{ address }} aria-label={`Deposits to ${address}`}>
                Deposits
              </Link>
            ),
          }),
        ],
      ]}
    />
  );
}

export function Wallets({ marked }: { marked?: string }) {
  return (
    <RecordTable<Wallet>
      title="Wallets"
      marked={marked}
      answer={useQuery(walletsQuery)}
      idOf={({ walletId }) => walletId}
      columns={[
        ['Wallet', ({ walletId }) => ({ text: walletId })],
        ['Name', ({ label }) => ({ text: label })],
        ['Role', ({ role }) => ({ text: role })],
        ['Holds', ({ side }) => ({ text: side === 'c' ? "clients' money" : "the house's money" })],
        ['Chain', ({ chain }) => ({ text: chain })],
        ['Created, UTC', ({ createdAt }) => moment(createdAt)],
        ['Proposed and approved by', persons],
      ]}
    />
  );
}

export function Assets() {
  return (
    <RecordTable<Asset>
      title="Assets"
      answer={useQuery(assetsQuery)}
      idOf={({ assetId }) => assetId}
      columns={[
        ['Asset', ({ symbol }) => ({ text: symbol })],
        ['Decimals', ({ decimals }) => ({ text: String(decimals) })],
        ['Kind', ({ kind }) => ({ text: kind })],
        ['Chain', ({ chain }) => ({ text: chain })],
        [
          'Contract',
          ({ contract }) => ({ text: contract ?? '—', shown: contract ? <Reference value={contract} /> : undefined }),
        ],
        ['Id', ({ assetId }) => ({ text: assetId, shown: <Reference value={assetId} what="asset id" /> })],
      ]}
    />
  );
}
