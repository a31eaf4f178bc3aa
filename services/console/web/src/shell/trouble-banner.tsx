import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import type { Health } from '../api';
import { stateOf } from '../health/service-state';
import { healthQuery } from '../queries';
import { WarningIcon } from '../ui/icons';

/** Above every screen while what it shows may lack something: facts that were read and not taken in, or not read. */
export function TroubleBanner() {
  const health = useQuery(healthQuery).data;
  const onHealth = useLocation().pathname === '/health';
  const troubles = health ? troublesOf(health) : [];
  if (troubles.length === 0) return null;
  return (
    <div className="banner" role="status">
      <WarningIcon />
      <div>
        <p className="empty-title">What is shown may be behind the chain</p>
        <p>{troubles.join('; ')}.</p>
      </div>
      {!onHealth && (
        <Link className="button" to="/health">
          See Health
        </Link>
      )}
    </div>
  );
}

function troublesOf({ services, deadLetters }: Health): string[] {
  const failing = services.filter((service) => stateOf(service).tone === 'bad').map(({ name }) => name);
  const parked = deadLetters.length;
  return [
    ...(failing.length > 0 ? [`${failing.join(', ')} ${failing.length === 1 ? 'fails' : 'fail'}`] : []),
    ...(parked > 0 ? [`${parked} ${parked === 1 ? 'subject is' : 'subjects are'} parked until somebody replays`] : []),
  ];
}
