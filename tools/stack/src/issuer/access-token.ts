import { DEVELOPMENT_SECRET } from './clients';
import type { PersonName } from './people';

/** A token is used up to this long before its end. */
const SPARE_MS = 60_000;

interface Kept {
  readonly token: Promise<string>;
  untilMs: number;
}

const kept = new Map<string, Kept>();

/**
 * The access token of a program that acts as one of the development issuer's people; kept until shortly before it ends.
 *
 * @param issuer  `Stack.env.OIDC_ISSUER`
 * @throws {Error} another issuer, which does not know these programs
 */
export function tokenFor(issuer: string, who: PersonName): Promise<string> {
  const key = `${who} ${issuer}`;
  const known = kept.get(key);
  if (known && Date.now() < known.untilMs) return known.token;
  const asked = requestToken(issuer, who);
  const now: Kept = { token: asked.then(({ token }) => token), untilMs: Date.now() + SPARE_MS };
  kept.set(key, now);
  asked.then(
    ({ seconds }) => (now.untilMs = Date.now() + seconds * 1_000 - SPARE_MS),
    () => kept.delete(key),
  );
  return now.token;
}

async function requestToken(issuer: string, who: PersonName): Promise<{ token: string; seconds: number }> {
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${who}:${DEVELOPMENT_SECRET}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
    signal: AbortSignal.timeout(10_000),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${issuer} gives the program "${who}" no token: ${answer.status} ${text}`);
  const { access_token: token, expires_in: seconds } = JSON.parse(text) as { access_token: string; expires_in: number };
  return { token, seconds };
}
