import { useQuery } from '@tanstack/react-query';
import { between } from '../live/time';
import { useNow } from '../live/use-now';
import { Card } from '../ui/card';
import { shortenedWithin } from '../ui/shortened';
import { Answered, Empty } from '../ui/states';
import { Table } from '../ui/table';
import { waitingQuery } from './trouble-queries';

/** Facts that the ledger holds back until another fact brings the coins that they take away. */
export function WaitingFacts() {
  const waiting = useQuery(waitingQuery);
  const now = useNow();
  return (
    <Card title="Facts that wait" note="to be booked">
      <Answered answer={waiting} what="the facts that wait" rows={2}>
        {(items) =>
          items.length === 0 ? (
            <Empty title="None">Every fact that was read is booked.</Empty>
          ) : (
            <Table
              label="Facts that wait"
              columns={[
                { head: 'For', kind: 'end' },
                { head: 'Event' },
                { head: 'Flow', wide: true },
                { head: 'Lacks coins at', wide: true },
              ]}
            >
              {items.map(({ eventId, eventType, flow, since, lacks }) => (
                <tr key={eventId}>
                  <td className="end">{between(since, now)}</td>
                  <td>{eventType}</td>
                  <td className="wide" title={flow}>
                    <code>{shortenedWithin(flow)}</code>
                  </td>
                  <td className="wide" title={lacks?.account}>
                    {lacks ? <code>{shortenedWithin(lacks.account)}</code> : 'waits behind an earlier one of its flow'}
                  </td>
                </tr>
              ))}
            </Table>
          )
        }
      </Answered>
    </Card>
  );
}
