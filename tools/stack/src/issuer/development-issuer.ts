import { randomBytes, type JsonWebKey } from 'node:crypto';
import { interactionPolicy, Provider, type Configuration, type JWK, type KoaContextWithOIDC } from 'oidc-provider';
import { CLIENTS } from './clients';
import { personOf } from './people';

/** The one thing that tokens are for. Clients need not name it. */
const API = 'urn:tributary:api';
const AUDIENCE = 'tributary';
const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** Path of the page that asks who signs in; the interaction's id follows. */
export const SIGN_IN_PATH = '/sign-in/';

/** An OpenID provider that believes everybody: a click is a sign-in. Its access tokens are JWTs with `roles`. */
export function developmentIssuer(issuer: string, key: JsonWebKey): Provider {
  return new Provider(issuer, {
    clients: [...CLIENTS],
    jwks: { keys: [key as JWK] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    claims: { openid: ['sub'], profile: ['name'] },
    findAccount: (_context, subject) => {
      const person = personOf(subject);
      return person && { accountId: subject, claims: () => ({ sub: subject, name: person.name }) };
    },
    extraTokenClaims: (_context, token) => {
      const person = personOf('accountId' in token ? token.accountId : token.clientId);
      return person && { name: person.name, roles: person.roles };
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => API,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({ scope: '', audience: AUDIENCE, accessTokenFormat: 'jwt' }),
      },
    },
    interactions: { policy: signInAlone(), url: (_context, { uid }) => SIGN_IN_PATH + uid },
    loadExistingGrant: grantAll,
    rotateRefreshToken: true, // as providers do who know that a page may ask twice at once
    issueRefreshToken: (_context, client) => client.grantTypeAllowed('refresh_token'),
    pkce: { required: () => true },
    ttl: {
      AccessToken: HOUR_SECONDS,
      ClientCredentials: HOUR_SECONDS,
      IdToken: HOUR_SECONDS,
      RefreshToken: DAY_SECONDS,
      Session: DAY_SECONDS,
      Grant: DAY_SECONDS,
      Interaction: HOUR_SECONDS,
    },
  } satisfies Configuration);
}

/** Nobody is asked whether our own console may know who they are. */
function signInAlone() {
  const policy = interactionPolicy.base();
  policy.get('consent')?.checks.remove('native_client_prompt');
  return policy;
}

async function grantAll({ oidc }: KoaContextWithOIDC) {
  const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId });
  grant.addOIDCScope('openid profile');
  await grant.save();
  return grant;
}
