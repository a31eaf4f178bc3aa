import type { ChainHealth } from '../api';
import { between } from '../live/time';
import { useNow } from '../live/use-now';
import { Card } from '../ui/card';
import { shortenedWithin } from '../ui/shortened';

const NODE_STATES = {
  ok: ['good', 'Node answers'],
  behind: ['warn', 'Node is behind'],
  down: ['bad', 'Node is down'],
  lying: ['bad', 'Node contradicts itself'],
} as const;

/** One chain: the node's head, how far we have read, and what is final. */
export function ChainCard({
  chain: { chain, head, height, finalizedHeight, node, halted, backfills },
}: {
  chain: ChainHealth;
}) {
  const now = useNow();
  const [tone, text] = NODE_STATES[node.state];
  return (
    <Card
      title={chain}
      actions={
        <>
          {halted && <span className="state bad">Halted</span>}
          <span className={`state ${tone}`}>
            {text}
            {node.state !== 'ok' && node.since && `, ${between(node.since, now)}`}
          </span>
        </>
      }
    >
      <dl className="heights">
        <Height name="Head" height={head} />
        <Height name="Processed" height={height} below={head} />
        <Height name="Finalized" height={finalizedHeight} below={head} />
      </dl>
      {node.error && <p className="node-error">{node.error}</p>}
      {backfills?.map(({ subject, nextHeight, toHeight }) => (
        <p key={subject} className="backfill" title={subject}>
          Reading again for {shortenedWithin(subject)}
          {nextHeight !== null &&
            toHeight !== null &&
            `: ${(toHeight - nextHeight + 1).toLocaleString('en')} blocks to go`}
        </p>
      ))}
    </Card>
  );
}

function Height({ name, height, below = null }: { name: string; height: number | null; below?: number | null }) {
  const behind = height !== null && below !== null ? below - height : undefined;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {height === null ? '—' : height.toLocaleString('en')}
        {behind !== undefined && (
          <small>{behind <= 0 ? 'at the head' : `${behind.toLocaleString('en')} below the head`}</small>
        )}
      </dd>
    </div>
  );
}
