/** A sleep that can be cut short. A wake while nobody sleeps shortens the next sleep, so that no kick is lost. */
export class Sleeper {
  private awoken = false;
  private wakeUp: (() => void) | undefined;

  async sleep(ms: number): Promise<void> {
    if (!this.awoken) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.awoken = false;
    this.wakeUp = undefined;
  }

  wake(): void {
    this.awoken = true;
    this.wakeUp?.();
  }
}
