import type { ServiceHealth } from '../api';
import { duration } from '../live/time';
import { Empty } from '../ui/states';
import { Table } from '../ui/table';

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

function ServiceRow({ service: { name, ready, error, pipeline } }: { service: ServiceHealth }) {
  const consumers = pipeline?.consumers ?? [];
  const messages = consumers.reduce((sum, { lagMessages }) => sum + Number(lagMessages), 0);
  const seconds = Math.max(0, ...consumers.map(({ lagSeconds }) => Number(lagSeconds ?? 0)));
  const topics = consumers.map((each) => `${each.topic}/${each.partition}: ${each.lagMessages}`).join('\n');
  return (
    <tr>
      <td>{name}</td>
      <td className="service-state" title={error ?? undefined}>
        <span className={`state ${!ready ? 'bad' : error === null ? 'good' : 'warn'}`}>
          {error ?? (ready ? 'Ready' : 'Not ready')}
        </span>
      </td>
      <td className="end" title={topics}>
        {consumers.length ? messages.toLocaleString('en') : <Nothing />}
      </td>
      <td className={`end ${seconds >= LATE_SECONDS ? 'late' : ''}`}>
        {consumers.length ? duration(seconds * 1000) : <Nothing />}
      </td>
      <td className="end wide">{pipeline ? pipeline.outbox.pending.toLocaleString('en') : <Nothing />}</td>
      <td className="end wide">
        {pipeline?.outbox.pending && pipeline.outbox.oldestSeconds !== null ? (
          duration(pipeline.outbox.oldestSeconds * 1000)
        ) : (
          <Nothing />
        )}
      </td>
      <td className="end wide">{pipeline ? pipeline.deadLetters.count : <Nothing />}</td>
      <td className="end wide">{pipeline ? pipeline.deadLetters.parkedSubjects : <Nothing />}</td>
    </tr>
  );
}

const Nothing = () => <span className="dim">—</span>;
