import { useQuery } from '@tanstack/react-query';
import { duration } from '../live/time';
import { useNow } from '../live/use-now';
import { ChangeItems } from '../registry/change-items';
import { CHANGE_KINDS, changeQuery, type Change } from '../registry/registry-queries';
import { Card } from '../ui/card';
import { Moment } from '../ui/moment';
import { Reference } from '../ui/reference';
import { AnsweredScreen, Empty } from '../ui/states';
import { Decision } from './decision';
import { Decided } from './sweep-decision';

/** A proposed change of the registry: what would be recorded, and the decision. */
export function ChangeDecision({ changeId }: { changeId: number }) {
  const change = useQuery(changeQuery(changeId));
  return (
    <AnsweredScreen answer={change} what="this change" missing={<Empty title="No such change" />}>
      {(data) => <Matter change={data} />}
    </AnsweredScreen>
  );
}

function Matter({ change }: { change: Change }) {
  const now = useNow();
  const name = CHANGE_KINDS[change.kind] ?? change.kind;
  const isOpen = change.state === 'proposed';
  return (
    <Card
      title={name}
      note={isOpen ? `waits for ${duration(now - Date.parse(change.proposedAt))}` : change.state}
      actions={<span className="note">change {change.changeId}</span>}
    >
      <dl className="terms">
        <dt>Proposed by</dt>
        <dd>
          {change.maker} <Moment at={change.proposedAt} />
        </dd>
        <dt>Items</dt>
        <dd>{change.itemCount}, recorded together or not at all</dd>
        <dt>Digest</dt>
        <dd>
          <Reference value={change.digest} what="digest" />
        </dd>
      </dl>
      <ChangeItems change={change} />
      {!isOpen && (
        <Decided>
          {change.state === 'approved' ? 'Approved' : 'Rejected'} by {change.checker}, <Moment at={change.decidedAt} />
          {change.reason && `: ${change.reason}`}
        </Decided>
      )}
      <Decision
        item={{ key: String(change.changeId), change }}
        path={`/changes/${change.changeId}`}
        digest={change.digest}
        isOpen={isOpen}
      >
        {name}: {change.about.join(', ')}
        {change.itemCount > change.about.length && ` and ${change.itemCount - change.about.length} more`}, proposed by{' '}
        {change.maker}.
      </Decision>
    </Card>
  );
}
