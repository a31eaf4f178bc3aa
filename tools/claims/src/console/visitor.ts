import { signIn } from '@tributary/browser';
import type { PersonName } from '@tributary/stack';
import type { Browser, BrowserContext, Page } from 'playwright-core';

export interface View {
  readonly width: 1440 | 390;
  readonly theme: 'light' | 'dark';
}

const DESK = { width: 1440, height: 1000 };
const PHONE = { width: 390, height: 844 };

/** Runs in the page, before its own scripts. */
const TELL_VIOLATIONS = `
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    tellViolation(location.pathname + ': ' + violatedDirective + ' forbids ' + blockedURI));`;

/** A machine that has a whole system to run is slow at times: this is no measure of it. */
export function bePatient(context: BrowserContext): void {
  context.setDefaultNavigationTimeout(180_000);
  context.setDefaultTimeout(60_000);
}

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
    onViolation: (line: string) => void,
  ): Promise<Visitor> {
    const context = await browser.newContext({ viewport: DESK, colorScheme: 'light', reducedMotion: 'reduce' });
    bePatient(context);
    await context.exposeFunction('tellViolation', onViolation);
    await context.addInitScript({ content: TELL_VIOLATIONS });
    const page = await context.newPage();
    await signIn(page, origin, who, '/health');
    return new Visitor(page, context);
  }

  /** Looks at the same screen in another width or theme. */
  async turnTo({ width, theme }: View): Promise<void> {
    await this.page.setViewportSize(width === 390 ? PHONE : DESK);
    await this.page.emulateMedia({ colorScheme: theme });
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}
