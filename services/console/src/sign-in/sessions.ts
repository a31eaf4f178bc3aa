import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager } from '@tributary/platform-service';
import { ConsoleConfig } from '../config';
import { SessionRow } from '../store/session-row';
import { Provider, type Tokens } from './provider';

/** An access token is renewed this long before it ends, so that it lasts for the request it is put on. */
const SPARE_MS = 30_000;
const HOUR_MS = 3_600_000;

/** Who is signed in: each session is a row that holds the tokens, and a random id that only the browser knows. */
@Injectable()
export class Sessions {
  constructor(
    private readonly db: EntityManager,
    private readonly provider: Provider,
    private readonly config: ConsoleConfig,
  ) {}

  /** @returns the id for the browser's cookie */
  async open(subject: string, tokens: Tokens): Promise<string> {
    const id = randomBytes(32).toString('base64url');
    const until = new Date(Date.now() + this.config.SESSION_HOURS * HOUR_MS);
    await this.db.query('DELETE FROM session WHERE until < now()');
    await this.db.insert(SessionRow, { idHash: hashOf(id), subject, until, ...tokens });
    return id;
  }

  /** The session's access token, renewed if need be; undefined once the session is over. */
  async accessToken(id: string): Promise<string | undefined> {
    const session = await this.db.findOneBy(SessionRow, { idHash: hashOf(id) });
    if (!session || session.until.getTime() < Date.now()) return undefined;
    return isFresh(session) ? session.accessToken : this.renewed(id);
  }

  /** Ends a session. @returns its id token; undefined if there was no such session */
  async end(id: string): Promise<string | null | undefined> {
    const session = await this.db.findOneBy(SessionRow, { idHash: hashOf(id) });
    await this.db.delete(SessionRow, { idHash: hashOf(id) });
    return session?.idToken;
  }

  /** Renews under the row's lock: a refresh token may be good only once, and a page sends many requests at a time. */
  private renewed(id: string): Promise<string | undefined> {
    return this.db.transaction(async (tx) => {
      const idHash = hashOf(id);
      const session = await tx.findOne(SessionRow, { where: { idHash }, lock: { mode: 'pessimistic_write' } });
      if (!session || isFresh(session)) return session?.accessToken;
      const tokens = session.refreshToken === null ? undefined : await this.provider.renew(session.refreshToken);
      if (!tokens) {
        await tx.delete(SessionRow, { idHash });
        return undefined;
      }
      await tx.update(SessionRow, { idHash }, { ...tokens, idToken: tokens.idToken ?? session.idToken });
      return tokens.accessToken;
    });
  }
}

function isFresh({ accessUntil }: SessionRow): boolean {
  return accessUntil.getTime() > Date.now() + SPARE_MS;
}

function hashOf(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}
