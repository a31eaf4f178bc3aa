import { useQuery } from '@tanstack/react-query';
import type { Health } from '../api';
import { healthQuery } from '../queries';
import { Card } from '../ui/card';
import { ScreenHead } from '../ui/screen-head';
import { AnsweredScreen, Empty } from '../ui/states';
import { ChainCard } from './chain-card';
import { DeadLetters } from './dead-letters';
import { HaltedChain } from './halted-chain';
import './health.css';
import { Outflows } from './outflows';
import { Services } from './services';
import { WaitingFacts } from './waiting-facts';

/** Whether facts still come in, and how far each service is behind them. */
export function HealthScreen() {
  const health = useQuery(healthQuery);
  return (
    <>
      <ScreenHead title="Health" />
      <AnsweredScreen answer={health} what="the health" rows={10}>
        {(data) => <Everything health={data} />}
      </AnsweredScreen>
    </>
  );
}

function Everything({ health }: { health: Health }) {
  return (
    <>
      {health.chains.map(({ chain, halted }) => halted && <HaltedChain key={chain} chain={chain} halted={halted} />)}
      {health.chains.length === 0 ? (
        <section className="card">
          <Empty title="No chain is watched">The deposit-watcher names its chains once it answers; see Services.</Empty>
        </section>
      ) : (
        <div className="health-grid">
          {health.chains.map((chain) => (
            <ChainCard key={chain.chain} chain={chain} />
          ))}
        </div>
      )}
      <Card title="Services" note="behind the facts that they read">
        <Services services={health.services} />
      </Card>
      <Outflows />
      <WaitingFacts />
      <DeadLetters deadLetters={health.deadLetters} />
    </>
  );
}
