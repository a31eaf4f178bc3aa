import { useQuery } from '@tanstack/react-query';
import { exactAmount } from '../money/amount';
import { useAssets } from '../queries';
import { Amount } from '../ui/amount';
import { Card } from '../ui/card';
import { CsvButton } from '../ui/csv-button';
import { Moment } from '../ui/moment';
import { Reference } from '../ui/reference';
import { Answered, Empty } from '../ui/states';
import { Table } from '../ui/table';
import { outflowsQuery } from './trouble-queries';

/** Value that left our addresses without a plan: every one is somebody's to explain. */
export function Outflows() {
  const outflows = useQuery(outflowsQuery);
  const assets = useAssets();
  return (
    <Card
      title="Unexplained outflows"
      note={outflows.data?.length}
      actions={
        <CsvButton
          sheet={() => ({
            file: 'unexplained-outflows',
            head: ['block time', 'what', 'amount', 'asset', 'from', 'wallet', 'to', 'transaction', 'block'],
            rows: (outflows.data ?? []).map(({ block, what, amount, assetId, from, to, txid }) => [
              block.time,
              what,
              exactAmount(amount, assets.of(assetId)?.decimals ?? 0),
              assets.of(assetId)?.symbol ?? assetId,
              from.address,
              from.walletId ?? '',
              to?.address ?? '',
              txid,
              String(block.height),
            ]),
          })}
        />
      }
    >
      <Answered answer={outflows} what="the unexplained outflows" rows={3}>
        {(items) =>
          items.length === 0 ? (
            <Empty title="None">Everything that left our addresses was planned.</Empty>
          ) : (
            <Table
              label="Unexplained outflows"
              columns={[
                { head: 'Block time, UTC' },
                { head: 'What', wide: true },
                { head: 'Amount', kind: 'amount' },
                { head: 'From', wide: true },
                { head: 'To', wide: true },
                { head: 'Transaction' },
                { head: 'Block', kind: 'end', wide: true },
              ]}
            >
              {items.map(({ outflowId, block, what, amount, assetId, from, to, txid }) => (
                <tr key={outflowId}>
                  <td>
                    <Moment at={block.time} />
                  </td>
                  <td className="wide">{what}</td>
                  <td className="amount-cell">
                    <Amount units={amount} asset={assets.of(assetId)} />
                  </td>
                  <td className="wide">
                    {from.walletId} <Reference value={from.address} />
                  </td>
                  <td className="wide">{to ? <Reference value={to.address} /> : 'the network'}</td>
                  <td>
                    <Reference value={txid} what="transaction" />
                  </td>
                  <td className="end wide">{block.height.toLocaleString('en')}</td>
                </tr>
              ))}
            </Table>
          )
        }
      </Answered>
    </Card>
  );
}
