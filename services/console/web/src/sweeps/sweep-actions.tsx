import { useState } from 'react';
import { send, type Asset, type SweepDetail } from '../api';
import { roleRefusal, useMe } from '../identity/session';
import { tidyAmount } from '../money/tidy-amount';
import { parseAmount } from '../money/parse-amount';
import { ActButton } from '../ui/act-button';
import { AskDialog } from '../ui/ask-dialog';
import { UNSIGNED } from './sweep-state';

const GWEI_DECIMALS = 9;

/** What an operator may still do: cancel what is not signed, offer more for what no block takes. */
export function SweepActions({ sweep, asset }: { sweep: SweepDetail; asset: Asset | undefined }) {
  const [asked, setAsked] = useState<'cancel' | 'replace'>();
  const refusal = roleRefusal(useMe(), 'operator');
  const path = `/sweeps/${encodeURIComponent(sweep.flowId)}`;
  const last = sweep.attempts.at(-1);
  return (
    <>
      {UNSIGNED.includes(sweep.state) && (
        <ActButton refusal={refusal} onClick={() => setAsked('cancel')}>
          Cancel it
        </ActButton>
      )}
      {sweep.state === 'BROADCAST' && last && (
        <ActButton refusal={refusal} onClick={() => setAsked('replace')}>
          Offer more
        </ActButton>
      )}
      {asked === 'cancel' && (
        <AskDialog
          title="Cancel this movement?"
          verb="Cancel it"
          field={{ label: 'Reason, kept with it' }}
          act={(reason) => send(`${path}/cancel`, { reason })}
          onClose={() => setAsked(undefined)}
        >
          <p>
            {tidyAmount(sweep.amount, asset?.decimals ?? 0)} {asset?.symbol} stays where it is, free for another
            movement.
          </p>
        </AskDialog>
      )}
      {asked === 'replace' && last && (
        <AskDialog
          title="Offer more for this transaction?"
          verb="Replace it"
          field={{
            label: 'Most per gas, in gwei',
            pattern: String.raw`\d+(\.\d{1,9})?`,
            hint: `Attempt ${last.attempt} offers ${tidyAmount(last.maxFeePerGas, GWEI_DECIMALS)} gwei; a node wants at least a tenth more.`,
          }}
          act={async (text) => {
            const wei = parseAmount(text, GWEI_DECIMALS);
            if (typeof wei === 'string') throw new Error(wei);
            return send(`${path}/replace`, { maxFeePerGas: wei.toString() });
          }}
          onClose={() => setAsked(undefined)}
        >
          <p>
            The next attempt keeps the nonce {last.nonce}, so only one of them can be mined. The maximum fee stands.
          </p>
        </AskDialog>
      )}
    </>
  );
}
