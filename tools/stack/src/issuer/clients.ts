import type { ClientMetadata } from 'oidc-provider';
import { PEOPLE } from './people';

/** Guards nothing: the development issuer is reached from this machine alone, and everybody may be anybody there. */
export const DEVELOPMENT_SECRET = 'development-only';

/** What the console needs to sign people in at the development issuer. */
export const CONSOLE_CLIENT = { OIDC_CLIENT_ID: 'console', OIDC_CLIENT_SECRET: DEVELOPMENT_SECRET } as const;

/** The console, on whatever port, and a program for each person, which gets that person's token without signing in. */
export const CLIENTS: readonly ClientMetadata[] = [
  {
    client_id: CONSOLE_CLIENT.OIDC_CLIENT_ID,
    client_secret: DEVELOPMENT_SECRET,
    application_type: 'native', // the only kind whose loopback redirects may come from any port
    redirect_uris: ['127.0.0.1', 'localhost', '[::1]'].map((host) => `http://${host}/auth/callback`),
    response_types: ['code'],
    grant_types: ['authorization_code', 'refresh_token'],
  },
  ...PEOPLE.map(({ subject }) => ({
    client_id: subject,
    client_secret: DEVELOPMENT_SECRET,
    redirect_uris: [],
    response_types: [],
    grant_types: ['client_credentials'],
  })),
];
