import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { clientsQuery, useAssets, type DepositFilter } from '../queries';

/** Its checksum is the server's to judge. */
const ADDRESS = String.raw`\s*0x[0-9a-fA-F]{40}\s*`;

const route = getRouteApi('/deposits');

/** The filters of the list; they live in the address bar, so that a link shows the same. */
export function DepositFilters({ filter }: { filter: DepositFilter }) {
  const navigate = route.useNavigate();
  const assets = useAssets().list;
  const clients = useQuery(clientsQuery).data ?? [];
  const set = (change: DepositFilter) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const choice = (name: keyof DepositFilter, label: string, options: (readonly [value: string, text: string])[]) => (
    <label className="labelled">
      {label}
      <select
        className="select"
        value={filter[name] ?? ''}
        onChange={(event) => set({ [name]: event.target.value || undefined })}
      >
        <option value="">Any</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div className="filters" role="search" aria-label="Filter deposits">
      {choice(
        'assetId',
        'Asset',
        assets.map(({ assetId, symbol }) => [assetId, symbol]),
      )}
      {choice(
        'clientId',
        'Client',
        clients.map(({ clientId }) => [clientId, clientId]),
      )}
      {choice('state', 'State', [
        ['seen', 'Seen'],
        ['confirmed', 'Confirmed'],
        ['finalized', 'Finalized'],
        ['reverted', 'Reverted'],
      ])}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const address = String(new FormData(event.currentTarget).get('address')).trim();
          set({ address: address || undefined });
        }}
      >
        <label className="labelled">
          Address
          <input
            key={filter.address}
            name="address"
            className="field"
            placeholder="0x…, then Enter"
            pattern={ADDRESS}
            title="An address is 0x and 40 hexadecimal digits"
            defaultValue={filter.address}
            size={22}
          />
        </label>
      </form>
      {Object.values(filter).some(Boolean) && (
        <Link className="button plain" to="/deposits" search={{}}>
          Clear all
        </Link>
      )}
    </div>
  );
}
