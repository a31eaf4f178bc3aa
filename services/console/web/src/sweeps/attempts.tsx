import { Fragment } from 'react';
import type { Asset, SweepAttempt } from '../api';
import { Amount } from '../ui/amount';
import { Moment } from '../ui/moment';
import { Reference } from '../ui/reference';
import { Empty } from '../ui/states';
import { Table } from '../ui/table';

const GWEI = { symbol: 'gwei', decimals: 9 };

/** Every transaction that was made for a movement; each replaces the one before, at the same nonce. */
export function Attempts({ attempts, feeAsset }: { attempts: SweepAttempt[]; feeAsset: Asset | undefined }) {
  if (attempts.length === 0) return <Empty title="None yet">Nothing is signed.</Empty>;
  return (
    <Table
      label="Attempts"
      columns={[
        { head: 'Attempt', kind: 'end' },
        { head: 'Nonce', kind: 'end', wide: true },
        { head: 'Transaction' },
        { head: 'State' },
        { head: 'Most per gas', kind: 'amount', wide: true },
        { head: 'Tip per gas', kind: 'amount', wide: true },
        { head: 'Signed, UTC', wide: true },
        { head: 'Broadcast, UTC', wide: true },
        { head: 'Block', kind: 'end', wide: true },
        { head: 'Fee paid', kind: 'amount' },
      ]}
    >
      {attempts.map((each) => (
        <Fragment key={each.attempt}>
          <tr>
            <td className="end">{each.attempt}</td>
            <td className="end wide">{each.nonce}</td>
            <td>{each.txid ? <Reference value={each.txid} what="transaction" /> : <span className="dim">—</span>}</td>
            <td>{each.state.toLowerCase()}</td>
            <td className="amount-cell wide">
              <Amount units={each.maxFeePerGas} asset={GWEI} />
            </td>
            <td className="amount-cell wide">
              <Amount units={each.maxPriorityFeePerGas} asset={GWEI} />
            </td>
            <td className="wide">
              <Moment at={each.signedAt} day={false} />
            </td>
            <td className="wide">
              <Moment at={each.broadcastAt} day={false} />
            </td>
            <td className="end wide" title={each.block?.hash}>
              {each.block?.height.toLocaleString('en') ?? <span className="dim">—</span>}
            </td>
            <td className="amount-cell">
              {each.fee === null ? <span className="dim">—</span> : <Amount units={each.fee} asset={feeAsset} />}
            </td>
          </tr>
          {each.error && (
            <tr className="service-fault">
              <td colSpan={10}>
                <span className="state warn">Refused</span> <span>{each.error}</span>
              </td>
            </tr>
          )}
        </Fragment>
      ))}
    </Table>
  );
}
