import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Asset, Deposit } from '../api';
import { between } from '../live/time';
import { shareOf, sumOf } from '../money/amount';
import { whereQuery } from '../queries';
import { placeName } from '../trace/place-name';
import { Amount } from '../ui/amount';
import { Card } from '../ui/card';
import { Moment } from '../ui/moment';
import { Answered, Empty } from '../ui/states';
import { Table } from '../ui/table';
import { settledAt } from './progress';

/** Where the deposit's coins lie now, to the base unit, and since when. */
export function Whereabouts({ deposit, asset, now }: { deposit: Deposit; asset: Asset; now: number }) {
  const final = settledAt(deposit) !== null;
  const where = useQuery({ ...whereQuery(deposit.transferId), enabled: final });
  const trace = (
    <Link className="button" to="/trace" search={{ asset: asset.assetId, transferId: deposit.transferId }}>
      Trace
    </Link>
  );
  if (!final) {
    return (
      <Card title="Where it lies now">
        <Empty title="Not in the graph yet">It gets its place there once it is final and booked.</Empty>
      </Card>
    );
  }
  return (
    <Card
      title="Where it lies now"
      note={where.data && `as of seq ${where.data.asOfSeq.toLocaleString('en')}`}
      actions={trace}
    >
      <Answered answer={where} what="where it lies" rows={2} missing={<Empty title="Not in the graph yet" />}>
        {({ places, amount }) => (
          <Table
            label="Where it lies now"
            columns={[
              { head: 'Place' },
              { head: 'Since, UTC', wide: true },
              { head: 'Age', kind: 'end', wide: true },
              { head: 'Share', kind: 'end', wide: true },
              { head: 'Of this deposit', kind: 'amount' },
            ]}
          >
            {places.toSorted(largestFirst).map((place) => (
              <tr key={place.node}>
                <td title={place.node}>
                  {isAccount(place.node) ? (
                    <Link className="row-link" to="/ledger" search={{ book: asset.assetId, account: place.node }}>
                      {placeName(place.node, place)}
                    </Link>
                  ) : (
                    placeName(place.node, place)
                  )}
                </td>
                <td className="wide">
                  <Moment at={place.since} />
                </td>
                <td className="end wide dim">{between(place.since, now)}</td>
                <td className="end wide">{(shareOf(place.amount, amount) / 100).toFixed(1)}%</td>
                <td className="amount-cell">
                  <Amount units={place.amount} asset={asset} />
                </td>
              </tr>
            ))}
            <tr className="total">
              <td>Total</td>
              <td className="wide" />
              <td className="wide" />
              <td className="wide" />
              <td className="amount-cell">
                <Amount units={sumOf(places.map((place) => place.amount))} asset={asset} />
              </td>
            </tr>
          </Table>
        )}
      </Answered>
    </Card>
  );
}

const isAccount = (node: string) => node.startsWith('assets:');
const largestFirst = (a: { amount: string }, b: { amount: string }) => (BigInt(a.amount) < BigInt(b.amount) ? 1 : -1);
