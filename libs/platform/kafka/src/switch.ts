/** On or off, and a wait for on. */
export class Switch {
  private on = false;
  private waiting: (() => void)[] = [];

  set(on: boolean): void {
    this.on = on;
    if (on) for (const resolve of this.waiting.splice(0)) resolve();
  }

  /** Resolves when it is on, or after `withinMs` at the latest. */
  async isOn(withinMs: number): Promise<void> {
    if (this.on) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, withinMs);
      this.waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
