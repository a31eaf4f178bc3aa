import type { ServiceHealth } from '../api';
import { between, duration } from '../live/time';
import { useNow } from '../live/use-now';
import { Empty } from '../ui/states';
import { SecondLine, Table } from '../ui/table';
import { faultsOf, stateOf } from './service-state';

/** Seconds behind from which a reader should look. */
const LATE_SECONDS = 30;

export function Services({ services }: { services: ServiceHealth[] }) {
  if (services.length === 0) return <Empty title="No service is known" />;
  return (
    <Table
      label="Services"
      columns={[
        { head: 'Service' },
        { head: 'State' },
        { head: 'Lag, messages', kind: 'end' },
        { head: 'Lag, time', kind: 'end' },
        { head: 'Outbox', kind: 'end', wide: true },
        { head: 'Oldest in outbox', kind: 'end', wide: true },
        { head: 'Dead letters', kind: 'end', wide: true },
        { head: 'Parked subjects', kind: 'end', wide: true },
      ]}
    >
      {services.map((service) => (
        <ServiceRow key={service.name} service={service} />
      ))}
    </Table>
  );
}

function ServiceRow({ service }: { service: ServiceHealth }) {
  const { name, pipeline } = service;
  const now = useNow();
  const { tone, word } = stateOf(service);
  const faults = faultsOf(service);
  const outbox = pipeline?.outbox;
  const oldest = outbox?.pending ? outbox.oldestSeconds : null;
  const aged = oldest !== null && oldest >= LATE_SECONDS ? 'late' : '';
  const consumers = pipeline?.consumers ?? [];
  const messages = consumers.reduce((sum, { lagMessages }) => sum + Number(lagMessages), 0);
  const seconds = Math.max(0, ...consumers.map(({ lagSeconds }) => Number(lagSeconds ?? 0)));
  const topics = consumers.map((each) => `${each.topic}/${each.partition}: ${each.lagMessages}`).join('\n');
  return (
    <>
      <tr>
        <td>{name}</td>
        <td>
          <span className={`state ${tone}`}>{word}</span>
        </td>
        <td className="end" title={topics}>
          {consumers.length ? messages.toLocaleString('en') : <Nothing />}
        </td>
        <td className={`end ${seconds >= LATE_SECONDS ? 'late' : ''}`}>
          {consumers.length ? duration(seconds * 1000) : <Nothing />}
        </td>
        <td className="end wide">{pipeline ? pipeline.outbox.pending.toLocaleString('en') : <Nothing />}</td>
        <td className={`end wide ${aged}`}>{oldest === null ? <Nothing /> : duration(oldest * 1000)}</td>
        <td className="end wide">{pipeline ? pipeline.deadLetters.count : <Nothing />}</td>
        <td className="end wide">{pipeline ? pipeline.deadLetters.parkedSubjects : <Nothing />}</td>
      </tr>
      {pipeline && (
        <SecondLine span={8}>
          <span className={aged}>
            Outbox {pipeline.outbox.pending.toLocaleString('en')}
            {oldest !== null && `, oldest ${duration(oldest * 1000)}`}
          </span>
          <span>Dead letters {pipeline.deadLetters.count}</span>
          <span>Parked subjects {pipeline.deadLetters.parkedSubjects}</span>
        </SecondLine>
      )}
      {faults.map(({ what, since, error }) => (
        <tr key={what} className="service-fault">
          <td colSpan={8}>
            <span className={`state ${tone}`}>
              {what}
              {since && ` for ${between(since, now)}`}
            </span>
            <span>{error}</span>
          </td>
        </tr>
      ))}
    </>
  );
}

const Nothing = () => <span className="dim">—</span>;
