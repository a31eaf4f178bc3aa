import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Request, Response } from 'express';
import { EntityManager } from '@tributary/platform-service';
import { logger } from '@tributary/platform-telemetry';
import { browsers } from '../metrics';
import { readPositions, type Positions } from '../store/read-positions';

const LOOK_EVERY_MS = 500;
/** Then a browser comes back with what it knows, and has to show anew who it is. */
const FOLLOWED_AT_MOST_MS = 15 * 60_000;
const HEARTBEAT_EVERY_MS = 15_000;
/** Other services' views may follow a moment after this one's: a change is told once more when it is this old. */
const ECHO_AFTER_MS = 2000;

/**
 * Tells browsers what changed, by how far this service has consumed each topic: one look at the database for all of
 * them, and none while nobody follows. The id of a message holds those positions.
 */
@Injectable()
export class ChangeFeed implements OnModuleDestroy {
  /** Each with the positions that it was told last. */
  private readonly followers = new Map<Response, Positions>();
  private readonly echoAtMs = new Map<string, number>();
  private looking: NodeJS.Timeout | undefined;
  private beating: NodeJS.Timeout | undefined;

  constructor(private readonly db: EntityManager) {}

  /** Answers `GET /stream`; ends when the browser leaves, after a while, or when the service stops. */
  async open(request: Request, response: Response): Promise<void> {
    const known = positionsOf(request.header('last-event-id'));
    const now = await readPositions(this.db);
    if (response.destroyed) return;
    response
      .status(200)
      .set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform' })
      .flushHeaders();
    const over = setTimeout(() => response.end(), FOLLOWED_AT_MOST_MS).unref();
    response.on('close', () => {
      clearTimeout(over);
      this.leave(response);
    });
    this.tell(response, changedTopics(known, now), now);
    this.looking ??= setInterval(() => void this.look(), LOOK_EVERY_MS);
    this.beating ??= setInterval(() => this.beat(), HEARTBEAT_EVERY_MS);
    browsers.set(this.followers.size);
  }

  onModuleDestroy(): void {
    for (const follower of this.followers.keys()) follower.end();
  }

  private leave(response: Response): void {
    this.followers.delete(response);
    browsers.set(this.followers.size);
    if (this.followers.size > 0) return;
    clearInterval(this.looking);
    clearInterval(this.beating);
    this.looking = this.beating = undefined;
  }

  private async look(): Promise<void> {
    let now: Positions;
    try {
      now = await readPositions(this.db);
    } catch (error) {
      logger.warn({ error }, 'Positions cannot be read just now');
      return;
    }
    const nowMs = Date.now();
    const echoed = [...this.echoAtMs].filter(([, atMs]) => atMs <= nowMs).map(([topic]) => topic);
    for (const topic of echoed) this.echoAtMs.delete(topic);
    for (const [follower, before] of this.followers) {
      const changed = changedTopics(before, now);
      for (const topic of changed) this.echoAtMs.set(topic, nowMs + ECHO_AFTER_MS);
      const topics = [...new Set([...changed, ...echoed])];
      if (topics.length > 0) this.tell(follower, topics, now);
    }
  }

  private tell(follower: Response, topics: readonly string[], now: Positions): void {
    this.followers.set(follower, now);
    const id = Buffer.from(JSON.stringify(now)).toString('base64url');
    write(follower, `event: changed\nid: ${id}\ndata: ${JSON.stringify({ topics })}\n\n`);
  }

  private beat(): void {
    for (const follower of this.followers.keys()) write(follower, ': still here\n\n');
  }
}

/** A browser that does not read is let go rather than buffered for. */
function write(follower: Response, text: string): void {
  if (follower.writableNeedDrain) follower.destroy();
  else follower.write(text);
}

/** Topics of which `now` is at another place than `before`. */
export function changedTopics(before: Positions, now: Positions): string[] {
  const moved = Object.entries(now).filter(([partition, offset]) => before[partition] !== offset);
  return [...new Set(moved.map(([partition]) => partition.slice(0, partition.lastIndexOf('-'))))];
}

/** Reads an id back; an unreadable one stands for "nothing known". */
export function positionsOf(id: string | undefined): Positions {
  try {
    const positions: unknown = JSON.parse(Buffer.from(id ?? '', 'base64url').toString());
    return typeof positions === 'object' && positions !== null ? (positions as Positions) : {};
  } catch {
    return {};
  }
}
