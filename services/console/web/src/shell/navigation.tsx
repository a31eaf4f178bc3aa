import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Health } from '../api';
import { useDecidable } from '../approvals/waiting-query';
import { stateOf } from '../health/service-state';
import { healthQuery } from '../queries';
import { SCREENS } from './screens';

export function Navigation() {
  const health = useQuery(healthQuery).data;
  const counts: Partial<Record<string, { count: number; of: string }>> = {
    Health: { count: health ? troublesOf(health) : 0, of: 'in trouble' },
    Approvals: { count: useDecidable(), of: 'wait for you' },
  };
  return (
    <nav className="navigation" aria-label="Screens">
      {SCREENS.map(({ to, name, Icon, wide }) => (
        <Link key={to} to={to} activeOptions={{ includeSearch: false }} className={wide ? 'wide' : undefined}>
          <Icon />
          <span className="nav-text">{name}</span>
          <Count {...counts[name]} />
        </Link>
      ))}
    </nav>
  );
}

function Count({ count = 0, of = '' }: { count?: number; of?: string }) {
  if (count === 0) return null;
  return (
    <span className="nav-count">
      {count}
      <span className="sr-only"> {of}</span>
    </span>
  );
}

/** What somebody has to look at: halted chains, nodes and services that do not work, dead letters. */
function troublesOf({ chains, services, deadLetters }: Health): number {
  return (
    chains.filter((chain) => chain.halted !== null || chain.node.state !== 'ok').length +
    services.filter((service) => stateOf(service).tone !== 'good').length +
    deadLetters.length
  );
}
