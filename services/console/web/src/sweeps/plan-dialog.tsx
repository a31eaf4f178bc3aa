import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { send, type Asset, type Sweep } from '../api';
import { queryClient } from '../live/live';
import { tidyAmount } from '../money/tidy-amount';
import { parseAmount } from '../money/parse-amount';
import { useAssets } from '../queries';
import { mandatesQuery, walletsQuery, type Mandate } from '../registry/registry-queries';
import { Dialog } from '../ui/dialog';
import { freeOf, mandateFor, outcomeOf } from './permitted';
import { sourcesQuery } from './sweep-queries';

/** Plans a movement by hand between hot, warm and cold. What the mandate permits stands beside the amount. */
export function PlanDialog({ onClose }: { onClose: () => void }) {
  const assets = useAssets().list;
  const wallets = (useQuery(walletsQuery).data ?? []).filter(({ role }) => ['hot', 'warm', 'cold'].includes(role));
  const mandates = useQuery(mandatesQuery).data ?? [];
  const sources = useQuery(sourcesQuery).data ?? [];
  const navigate = useNavigate();

  const [kind, setKind] = useState<'refill' | 'skim'>('skim');
  const [chosenAsset, setAsset] = useState<string>();
  const [chosenFrom, setFrom] = useState<string>();
  const [chosenTo, setTo] = useState<string>();
  const [text, setText] = useState('');

  const isHot = ({ role }: { role: string }) => role === 'hot';
  const froms = wallets.filter((wallet) => isHot(wallet) === (kind === 'skim'));
  const asset = assets.find(({ assetId }) => assetId === chosenAsset) ?? assets[0];
  const from = froms.find(({ walletId }) => walletId === chosenFrom) ?? froms[0];
  const tos = wallets.filter((wallet) => isHot(wallet) !== (kind === 'skim') && wallet.side === from?.side);
  const to = tos.find(({ walletId }) => walletId === chosenTo) ?? tos[0];
  const plan = asset && from && to && { kind, assetId: asset.assetId, from, to };
  const mandate = plan && mandateFor(mandates, plan);
  const amount = parseAmount(text, asset?.decimals ?? 0);

  const sending = useMutation({
    mutationFn: () =>
      send<Sweep>('/sweeps', {
        kind,
        assetId: asset?.assetId,
        fromWalletId: from?.walletId,
        toWalletId: to?.walletId,
        amount: amount.toString(),
      }),
    onSuccess: ({ flowId }) => {
      void queryClient.invalidateQueries({ queryKey: ['sweeps'] });
      void navigate({ to: '/sweeps/$flowId', params: { flowId } });
    },
  });
  return (
    <Dialog title="Move value by hand" onClose={onClose}>
      {(close) => (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (typeof amount === 'bigint') sending.mutate(undefined, { onSuccess: close });
          }}
        >
          <Choice label="Kind" value={kind} onChoose={(value) => setKind(value as 'refill' | 'skim')}>
            <option value="skim">Skim: out of hot</option>
            <option value="refill">Refill: into hot</option>
          </Choice>
          <Choice label="Asset" value={asset?.assetId} onChoose={setAsset}>
            {assets.map(({ assetId, symbol }) => (
              <option key={assetId} value={assetId}>
                {symbol}
              </option>
            ))}
          </Choice>
          <Choice label="From" value={from?.walletId} onChoose={setFrom}>
            {froms.map(({ walletId, label }) => (
              <option key={walletId} value={walletId}>
                {label} ({walletId})
              </option>
            ))}
          </Choice>
          <Choice label="To" value={to?.walletId} onChoose={setTo}>
            {tos.map(({ walletId, label }) => (
              <option key={walletId} value={walletId}>
                {label} ({walletId})
              </option>
            ))}
          </Choice>
          <label className="dialog-field">
            Amount, {asset?.symbol}
            <input
              className="field"
              inputMode="decimal"
              autoComplete="off"
              required
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </label>
          <div className="note" role="status">
            {!mandate && 'No mandate permits this movement. Propose one in Registry, Mandates.'}
            {mandate && asset && plan && (
              <Permission mandate={mandate} asset={asset} free={freeOf(sources, plan)} text={text} amount={amount} />
            )}
          </div>
          {sending.error && (
            <p className="dialog-error" role="alert">
              {sending.error.message}
            </p>
          )}
          <div className="dialog-actions">
            <button type="button" className="button" onClick={close}>
              Back
            </button>
            <button
              type="submit"
              className="button primary"
              disabled={!mandate || typeof amount === 'string' || sending.isPending}
            >
              {sending.isPending ? 'Planning…' : 'Plan it'}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

const OUTCOMES = {
  automatic: 'It moves by itself.',
  approval: 'It waits for an approver other than you.',
  'over-limit': 'It is over the limit and will be refused.',
};

function Permission({
  mandate,
  asset,
  free,
  text,
  amount,
}: {
  mandate: Mandate;
  asset: Asset;
  free: string;
  text: string;
  amount: bigint | string;
}) {
  const shown = (units: string) => `${tidyAmount(units, asset.decimals)} ${asset.symbol}`;
  return (
    <>
      <p>Free at its largest address: {shown(free)}.</p>
      <p>
        Mandate {mandate.mandateId}: {shown(mandate.limit)} at most, {shown(mandate.automaticUpTo)} without a person.
      </p>
      {text !== '' && <p>{typeof amount === 'string' ? amount : OUTCOMES[outcomeOf(amount, mandate)]}</p>}
    </>
  );
}

function Choice({
  label,
  value,
  onChoose,
  children,
}: {
  label: string;
  value: string | undefined;
  onChoose: (value: string) => void;
  children: ReactNode;
}) {
  return (
    <label className="dialog-field">
      {label}
      <select className="select" value={value} onChange={(event) => onChoose(event.target.value)}>
        {children}
      </select>
    </label>
  );
}
