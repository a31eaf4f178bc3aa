/** The development issuer as a process of its own: ISSUER_PORT to listen on, ISSUER_KEY_FILE for its signing key. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { developmentIssuer, SIGN_IN_PATH } from './development-issuer';
import { personOf } from './people';
import { signInPage } from './sign-in-page';
import { signingKey } from './signing-key';

const { ISSUER_PORT = '', ISSUER_KEY_FILE = '' } = process.env;
const host = `127.0.0.1:${ISSUER_PORT}`;
const issuer = developmentIssuer(`http://${host}`, signingKey(ISSUER_KEY_FILE));
const serve = issuer.callback();

async function askWho(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    );
    response.setHeader('content-type', 'text/html; charset=utf-8').end(signInPage(request.url ?? ''));
    return;
  }
  const person = personOf(new URLSearchParams(await text(request)).get('subject') ?? undefined);
  if (!person) {
    response.writeHead(400).end('Choose one of the people on the page');
    return;
  }
  await issuer.interactionFinished(request, response, { login: { accountId: person.subject } });
}

createServer((request, response) => {
  // Every sign-in is a first one and asks who it is: one browser plays several people here.
  request.headers.cookie = request.headers.cookie?.replaceAll(/_session[^;]*;?/g, '');
  // A foreign page whose name was bound to this address gets nothing.
  if (request.headers.host !== host) response.writeHead(421).end(`This is ${host}`);
  else if (!request.url?.startsWith(SIGN_IN_PATH)) void serve(request, response);
  else {
    askWho(request, response).catch((error: Error) => {
      response.writeHead(400).end(`This sign-in is over (${error.message}): go back to the console and begin again`);
    });
  }
}).listen(Number(ISSUER_PORT), '127.0.0.1');
