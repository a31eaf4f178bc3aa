import { useMutation } from '@tanstack/react-query';
import { Fragment, useRef, useState } from 'react';
import { send, type DeadLetter } from '../api';
import { queryClient } from '../live/live';
import { healthQuery } from '../queries';
import { Card } from '../ui/card';
import { Moment } from '../ui/moment';
import { Empty } from '../ui/states';
import { shortenedWithin } from '../ui/shortened';
import { SecondLine, Table } from '../ui/table';

/** Events that a service could not take in. Each parks its subject alone, until somebody replays it. */
export function DeadLetters({ deadLetters }: { deadLetters: DeadLetter[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [chosen, setChosen] = useState<DeadLetter>();
  const ask = (letter: DeadLetter) => {
    setChosen(letter);
    dialog.current?.showModal();
  };
  return (
    <Card title="Dead letters" note={deadLetters.length}>
      {deadLetters.length === 0 ? (
        <Empty title="None">Every event that was read was taken in.</Empty>
      ) : (
        <Table
          label="Dead letters"
          columns={[
            { head: 'Time, UTC' },
            { head: 'Service' },
            { head: 'Subject', wide: true },
            { head: 'Error', wide: true },
            { head: 'Waiting behind', kind: 'end', wide: true },
            { head: 'Action', kind: 'end' },
          ]}
        >
          {deadLetters.map((letter) => (
            <Fragment key={`${letter.service} ${letter.id}`}>
              <tr>
                <td>
                  <Moment at={letter.at} />
                </td>
                <td>{letter.service}</td>
                <td className="wide" title={letter.subject}>
                  <code>{shortenedWithin(letter.subject)}</code>
                </td>
                <td className="wide error-cell" title={letter.error}>
                  {letter.error}
                </td>
                <td className="end wide">{letter.behind}</td>
                <td className="end">
                  <button type="button" className="button" onClick={() => ask(letter)}>
                    Replay<span className="sr-only"> {letter.subject}</span>
                  </button>
                </td>
              </tr>
              <SecondLine span={6}>
                <code>{shortenedWithin(letter.subject)}</code>
                <span className="late">{letter.error}</span>
                <span>{letter.behind} waiting behind</span>
              </SecondLine>
            </Fragment>
          ))}
        </Table>
      )}
      <dialog ref={dialog} className="dialog" aria-labelledby="replay-title">
        {chosen && (
          <Replay key={`${chosen.service} ${chosen.id}`} letter={chosen} onDone={() => dialog.current?.close()} />
        )}
      </dialog>
    </Card>
  );
}

function Replay({ letter, onDone }: { letter: DeadLetter; onDone: () => void }) {
  const [discardFirst, setDiscardFirst] = useState(false);
  const replay = useMutation({
    mutationFn: () => send(`/${letter.service}/dead-letters/replay`, { subject: letter.subject, discardFirst }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: healthQuery.queryKey });
      onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        replay.mutate();
      }}
    >
      <h2 id="replay-title">Replay this subject?</h2>
      <p>
        {letter.service} takes the event again, then the {letter.behind} that wait behind it, in their order. Nothing is
        booked twice: each event keeps its id.
      </p>
      <p className="note">
        <code>{letter.subject}</code>
      </p>
      <p className="note">It failed with: {letter.error}</p>
      <label className="dialog-choice">
        <input type="checkbox" checked={discardFirst} onChange={(event) => setDiscardFirst(event.target.checked)} />
        <span>
          Leave the first event out for good: it can never be read. A copy goes to the dead-letter topic, of a large
          event its headers alone.
        </span>
      </label>
      {replay.error && (
        <p className="state bad" role="alert">
          {replay.error.message}
        </p>
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onDone}>
          Cancel
        </button>
        <button type="submit" className="button primary" disabled={replay.isPending} autoFocus>
          {replay.isPending ? 'Replaying…' : 'Replay'}
        </button>
      </div>
    </form>
  );
}
