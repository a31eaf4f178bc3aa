import { signIn } from '@tributary/browser';
import type { PersonName } from '@tributary/stack';
import type { Browser, BrowserContext, Page } from 'playwright-core';

export interface View {
  readonly width: 1440 | 390;
  readonly theme: 'light' | 'dark';
}

/** Runs in the page, before its own scripts. */
const TELL_VIOLATIONS = `
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    tellViolation(location.pathname + ': ' + violatedDirective + ' forbids ' + blockedURI));`;

/** A person at a browser of their own, signed in; what the page's policy forbids is told to `onViolation`. */
export class Visitor {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {}

  static async arrive(
    browser: Browser,
    origin: string,
    who: PersonName,
    { width, theme }: View,
    onViolation: (line: string) => void,
  ): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width, height: width === 390 ? 844 : 1000 },
      colorScheme: theme,
      reducedMotion: 'reduce',
    });
    await context.exposeFunction('tellViolation', onViolation);
    await context.addInitScript({ content: TELL_VIOLATIONS });
    const page = await context.newPage();
    await signIn(page, origin, who, '/health');
    return new Visitor(page, context);
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}
