import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Asset, Entry } from '../api';
import { depositQuery, entryQuery, sweepQuery } from '../queries';
import { Amount } from '../ui/amount';
import { ArrowIcon } from '../ui/icons';
import { Moment } from '../ui/moment';
import { Reference } from '../ui/reference';
import { Answered } from '../ui/states';
import { SweepLink } from '../ui/sweep-link';
import { accountName } from './account-name';

/** An entry in full: each of its journal lines, and the transaction, block and flow that it came from. */
export function EntryDetail({ entryId, asset }: { entryId: string; asset: Asset | undefined }) {
  const entry = useQuery(entryQuery(entryId));
  return (
    <Answered answer={entry} what="the entry" rows={2}>
      {(data) => (
        <ul className="movements">
          {data.movements.map(({ debit, credit, amount }, index) => (
            <li key={`${debit} ${credit} ${index}`}>
              <span title={debit}>Debit {accountName(debit).name}</span>
              <ArrowIcon />
              <span title={credit}>Credit {accountName(credit).name}</span>
              <Amount units={amount} asset={asset} />
            </li>
          ))}
          <li className="note">
            Entry <Reference value={data.entryId} what="entry id" />
            {data.txid && (
              <>
                Transaction <Reference value={data.txid} what="transaction" />
              </>
            )}
            Value date <Moment at={data.effectiveAt} />
            {data.reverses && (
              <>
                Takes back <Reference value={data.reverses} what="entry id" />
              </>
            )}
            {data.flow.includes('/') ? <FromDeposit flow={data.flow} book={data.book} /> : <FromSweep entry={data} />}
          </li>
        </ul>
      )}
    </Answered>
  );
}

/** The block of a transfer that arrived, and ways on; an outflow that nobody planned has no deposit. */
function FromDeposit({ flow, book }: { flow: string; book: string }) {
  const deposit = useQuery(depositQuery(flow)).data;
  if (!deposit) return null;
  return (
    <>
      {deposit.block && <Block height={deposit.block.height} hash={deposit.block.hash} />}
      <Link to="/deposits/$transferId" params={{ transferId: flow }}>
        Life-line
      </Link>
      <Link to="/trace" search={{ asset: book, transferId: flow }}>
        Trace
      </Link>
    </>
  );
}

function FromSweep({ entry }: { entry: Entry }) {
  const sweep = useQuery(sweepQuery(entry.flow)).data;
  const block = sweep?.attempts.find((attempt) => attempt.block !== null)?.block;
  return (
    <>
      {block && <Block height={block.height} hash={block.hash} />}
      {sweep && <SweepLink flowId={entry.flow}>{sweep.kind === 'sweep' ? 'Sweep' : 'Movement'}</SweepLink>}
      <Link to="/trace" search={{ asset: entry.book, transferId: entry.flow, direction: 'back' }}>
        Trace
      </Link>
    </>
  );
}

function Block({ height, hash }: { height: number; hash: string }) {
  return (
    <>
      Block {height.toLocaleString('en')} <Reference value={hash} what="block hash" />
    </>
  );
}
