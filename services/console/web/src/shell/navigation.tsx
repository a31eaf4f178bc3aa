import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Health } from '../api';
import { stateOf } from '../health/service-state';
import { healthQuery } from '../queries';
import { SCREENS } from './screens';

export function Navigation() {
  const health = useQuery(healthQuery).data;
  const troubles = health ? troublesOf(health) : 0;
  return (
    <nav className="navigation" aria-label="Screens">
      {SCREENS.map(({ to, name, Icon }) => (
        <Link key={to} to={to} activeOptions={{ includeSearch: false }}>
          <Icon />
          <span className="nav-text">{name}</span>
          {name === 'Health' && troubles > 0 && (
            <span className="nav-count">
              {troubles}
              <span className="sr-only"> in trouble</span>
            </span>
          )}
        </Link>
      ))}
    </nav>
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
