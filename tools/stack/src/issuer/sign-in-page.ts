import { PEOPLE } from './people';

/** Asks who signs in; a click is the answer. Says plainly that this is for development. */
export function signInPage(action: string): string {
  const people = PEOPLE.map(
    ({ subject, name, does }) =>
      `<button name="subject" value="${subject}"><b>${name}</b><span>${does}</span></button>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Development sign-in</title>
<style>
  :root { color-scheme: light dark; font: 13px/20px system-ui, sans-serif }
  body { max-width: 22rem; margin: 12vh auto 0; padding: 0 16px }
  h1 { font-size: 20px; line-height: 28px; font-weight: 600; margin: 0 }
  form { display: grid; gap: 8px; margin-top: 24px }
  button { display: grid; gap: 2px; padding: 10px 12px; text-align: left; font: inherit; border-radius: 8px;
    border: 1px solid light-dark(#d2d3d9, #383b44); background: light-dark(#fff, #15161a); color: inherit; cursor: pointer }
  button:hover, button:focus-visible { border-color: light-dark(#2b50c8, #93a8ff) }
  span, p { color: light-dark(#51545d, #a9adb8) }
</style>
<main>
  <h1>Who are you today?</h1>
  <p>This is Tributary's development issuer: it runs on this machine alone and believes whatever you choose. In
  production OIDC_ISSUER names your own provider.</p>
  <form method="post" action="${action}">
    ${people.join('\n    ')}
  </form>
</main>
</html>
`;
}
