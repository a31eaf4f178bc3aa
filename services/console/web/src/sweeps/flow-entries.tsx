import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAssets } from '../queries';
import { Amount } from '../ui/amount';
import { Moment } from '../ui/moment';
import { shortenedWithin } from '../ui/shortened';
import { Answered, Empty } from '../ui/states';
import { Table } from '../ui/table';
import { flowEntriesQuery } from './sweep-queries';

/** The movements that the ledger has booked for a flow, each leading to its entry in the statement of its account. */
export function FlowEntries({ flowId }: { flowId: string }) {
  const entries = useQuery(flowEntriesQuery(flowId));
  const assets = useAssets();
  return (
    <Answered answer={entries} what="its entries" rows={3}>
      {(items) =>
        items.length === 0 ? (
          <Empty title="Nothing is booked yet">The first entry comes when it is broadcast.</Empty>
        ) : (
          <Table
            label="Entries"
            columns={[
              { head: 'Booked, UTC' },
              { head: 'Entry' },
              { head: 'Debit', wide: true },
              { head: 'Credit', wide: true },
              { head: 'Amount', kind: 'amount' },
            ]}
          >
            {items.flatMap(({ entryId, book, bookSeq, bookedAt, kind, movements }) =>
              movements.map(({ debit, credit, amount }, index) => (
                <tr key={`${entryId} ${index}`}>
                  <td>{index === 0 && <Moment at={bookedAt} day={false} />}</td>
                  <td>
                    {index === 0 && (
                      <Link to="/ledger" search={{ book, account: debit, entry: entryId }}>
                        {kind} <span className="note">seq {bookSeq}</span>
                      </Link>
                    )}
                  </td>
                  <td className="wide" title={debit}>
                    <code>{shortenedWithin(debit)}</code>
                  </td>
                  <td className="wide" title={credit}>
                    <code>{shortenedWithin(credit)}</code>
                  </td>
                  <td className="amount-cell">
                    <Amount units={amount} asset={assets.of(book)} />
                  </td>
                </tr>
              )),
            )}
          </Table>
        )
      }
    </Answered>
  );
}
