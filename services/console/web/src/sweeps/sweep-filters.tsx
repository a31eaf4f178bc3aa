import { getRouteApi, Link } from '@tanstack/react-router';
import { useAssets } from '../queries';
import type { SweepFilter } from './sweep-queries';
import { SWEEP_KINDS, SWEEP_STATES } from './sweep-state';

const route = getRouteApi('/sweeps');

/** The filters of the list; they live in the address bar, so that a link shows the same. */
export function SweepFilters({ filter }: { filter: SweepFilter }) {
  const navigate = route.useNavigate();
  const assets = useAssets().list;
  const choice = (name: keyof SweepFilter, label: string, options: (readonly [value: string, text: string])[]) => (
    <label className="labelled">
      {label}
      <select
        className="select"
        value={filter[name] ?? ''}
        onChange={(event) =>
          void navigate({ search: (before) => ({ ...before, [name]: event.target.value || undefined }), replace: true })
        }
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
    <div className="filters" role="search" aria-label="Filter sweeps">
      {choice(
        'state',
        'State',
        Object.entries(SWEEP_STATES).map(([state, [text]]) => [state, text]),
      )}
      {choice('kind', 'Kind', Object.entries(SWEEP_KINDS))}
      {choice(
        'assetId',
        'Asset',
        assets.map(({ assetId, symbol }) => [assetId, symbol]),
      )}
      {filter.address && <span className="note">Address {filter.address}</span>}
      {Object.values(filter).some(Boolean) && (
        <Link className="button plain" to="/sweeps" search={{}}>
          Clear all
        </Link>
      )}
    </div>
  );
}
