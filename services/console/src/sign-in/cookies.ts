import type { Request, Response } from 'express';

interface CookieOptions {
  /** Sent to paths below this one. */
  readonly path: string;
  readonly maxAgeSeconds: number;
  /** The origin that the browser knows: over https the cookie never leaves by http. */
  readonly origin: string;
}

/** The value of a cookie that the browser sent; undefined without one. */
export function readCookie({ headers }: Request, name: string): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** Gives the browser a cookie that no script reads and that no other site's form sends along. */
export function setCookie(response: Response, name: string, value: string, options: CookieOptions): void {
  const { path, maxAgeSeconds, origin } = options;
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  response.append(
    'set-cookie',
    `${name}=${value}; Path=${path}; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`,
  );
}

export function clearCookie(response: Response, name: string, at: Omit<CookieOptions, 'maxAgeSeconds'>): void {
  setCookie(response, name, '', { ...at, maxAgeSeconds: 0 });
}
