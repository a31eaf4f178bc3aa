import { Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { PlatformConfig } from '@tributary/platform-service';
import { ConsoleConfig } from '../config';

/** What a provider gave for a code or a refresh token. */
export interface Tokens {
  readonly accessToken: string;
  readonly accessUntil: Date;
  readonly refreshToken: string | null;
  readonly idToken: string | null;
}

/** What has to be remembered of a sign-in until the browser returns from the provider. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  /** PKCE: proves that who returns is who left. */
  readonly verifier: string;
  /** Path of ours to go on at. */
  readonly returnTo: string;
}

/** An access token whose life the provider does not tell is renewed after this long. */
const ASSUMED_LIFE_SECONDS = 300;

/** The OpenID provider that knows the people, asked as its client. */
@Injectable()
export class Provider {
  private discovered: Promise<oidc.Configuration> | undefined;

  constructor(
    private readonly platform: PlatformConfig,
    private readonly config: ConsoleConfig,
  ) {}

  /** Where the browser goes to sign in, and what to remember meanwhile. */
  async begin(returnTo: string, redirectUri: string): Promise<{ url: URL; attempt: Attempt }> {
    const attempt = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
      returnTo,
    };
    const url = oidc.buildAuthorizationUrl(await this.client(), {
      redirect_uri: redirectUri,
      scope: this.config.OIDC_SCOPE,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
      ...(this.config.OIDC_RESOURCE && { resource: this.config.OIDC_RESOURCE }),
    });
    return { url, attempt };
  }

  /** @param returned  the URL that the provider sent the browser back to */
  async complete(returned: URL, { state, nonce, verifier }: Attempt): Promise<Tokens> {
    const answer = await oidc.authorizationCodeGrant(await this.client(), returned, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    return tokensOf(answer, null);
  }

  /** @returns undefined once the provider no longer honours the refresh token */
  async renew(refreshToken: string): Promise<Tokens | undefined> {
    try {
      return tokensOf(await oidc.refreshTokenGrant(await this.client(), refreshToken), refreshToken);
    } catch (error) {
      if (error instanceof oidc.ResponseBodyError) return undefined;
      throw error;
    }
  }

  /** Where the browser goes to be signed out at the provider as well; undefined where it has no such page. */
  async signOutUrl(idToken: string | null, returnTo: string): Promise<string | undefined> {
    const client = await this.client();
    if (!client.serverMetadata().end_session_endpoint) return undefined;
    const hint: Record<string, string> = idToken ? { id_token_hint: idToken } : {};
    return oidc.buildEndSessionUrl(client, { ...hint, post_logout_redirect_uri: returnTo }).href;
  }

  private client(): Promise<oidc.Configuration> {
    const issuer = new URL(this.platform.OIDC_ISSUER);
    const { OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = this.config;
    this.discovered ??= oidc
      .discovery(issuer, OIDC_CLIENT_ID, undefined, oidc.ClientSecretBasic(OIDC_CLIENT_SECRET), {
        execute: issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        this.discovered = undefined; // asked again by the next who wants in
        throw error;
      });
    return this.discovered;
  }
}

function tokensOf(
  answer: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers,
  lastRefreshToken: string | null,
): Tokens {
  const lifeSeconds = answer.expiresIn() ?? ASSUMED_LIFE_SECONDS;
  return {
    accessToken: answer.access_token,
    accessUntil: new Date(Date.now() + lifeSeconds * 1_000),
    refreshToken: answer.refresh_token ?? lastRefreshToken,
    idToken: answer.id_token ?? null,
  };
}
