import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router, type Request, type Response } from 'express';
import { Problem, sendProblem } from '@tributary/platform-service';

const HASHED = /[/\\]assets[/\\]/;

/** Serves the built page: hashed files for a year, and index.html for whatever path the page itself routes. */
export function servePage(pageDir: string): Router {
  const index = join(pageDir, 'index.html');
  const router = Router();
  router.use(
    express.static(pageDir, {
      index: false,
      setHeaders: (response, path) =>
        response.setHeader('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
    }),
  );
  router.get('/{*path}', (request: Request, response: Response) => {
    if (/^\/assets\/|\.\w+$/.test(request.path)) {
      return sendProblem(response, new Problem(404, 'no-such-file', `The page has no ${request.path}`));
    }
    if (!existsSync(index)) {
      const detail = `${pageDir} has no built page: run "npx nx build @tributary/console-web", or set PAGE_DIR`;
      return sendProblem(response, new Problem(503, 'page-not-built', detail));
    }
    response.setHeader('cache-control', 'no-cache');
    response.sendFile(index);
  });
  return router;
}
