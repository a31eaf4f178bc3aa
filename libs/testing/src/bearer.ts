import { tokenFor, type PersonName } from '@tributary/stack';
import { partsEnv } from './parts';

/** The header that makes a request come from one of the issuer's people: `fetch(url, { headers: await bearer('operator') })`. */
export async function bearer(who: PersonName): Promise<{ authorization: string }> {
  return { authorization: `Bearer ${await tokenFor(partsEnv().OIDC_ISSUER, who)}` };
}
