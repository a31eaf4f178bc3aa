import { Injectable } from '@nestjs/common';
import { DataSource, type Transact } from '@tributary/platform-service';
import { waitingFacts, waitingOldestSeconds } from './metrics';

/** Tells the metrics how many facts wait, and for how long. */
@Injectable()
export class WatchWaiting {
  constructor(private readonly dataSource: DataSource) {}

  async poll(_: Transact<never>): Promise<'idle'> {
    const [row]: { count: string; oldest: string }[] = await this.dataSource.query(
      'SELECT count(*) AS count, coalesce(extract(epoch FROM now() - min(since)), 0) AS oldest FROM waiting',
    );
    waitingFacts.set(Number(row?.count));
    waitingOldestSeconds.set(Number(row?.oldest));
    return 'idle';
  }
}
