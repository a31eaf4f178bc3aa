import type { Part } from './part';
import { SupervisedPart, type Surroundings } from './supervised-part';

/** What services need to the last. These end after them, one after the other, the first named first. */
const FOUNDATIONS = ['ethereum', 'kafka', 'postgres'];

/** Runs a set of parts, and ends them in order. */
export class Supervisor {
  private readonly parts = new Map<string, SupervisedPart>();
  private stopping?: Promise<void>;

  constructor(private readonly around: Surroundings) {
    process.once('exit', this.endUnattended);
  }

  /** Starts a part and waits until it is ready. @throws {Error} it did not start, or the supervisor stops */
  async add(part: Part): Promise<void> {
    if (this.stopping !== undefined) throw new Error(`${part.name} cannot start: the stack stops`);
    if (this.parts.has(part.name)) throw new Error(`a part named ${part.name} runs already: remove it first`);
    const supervised = new SupervisedPart(part, this.around);
    this.parts.set(part.name, supervised);
    await supervised.start();
  }

  async remove(name: string): Promise<void> {
    await this.part(name).stop();
    this.parts.delete(name);
  }

  /** @throws {Error} there is no such part */
  part(name: string): SupervisedPart {
    const part = this.parts.get(name);
    if (part === undefined) throw new Error(`no part is named ${name}: there are ${[...this.parts.keys()].join(', ')}`);
    return part;
  }

  /** Ends every part; the second call waits for the first. */
  stop(): Promise<void> {
    return (this.stopping ??= this.endAll());
  }

  private async endAll(): Promise<void> {
    const services = [...this.parts.keys()].filter((name) => !FOUNDATIONS.includes(name));
    await Promise.all(services.map((name) => this.remove(name)));
    for (const name of FOUNDATIONS) if (this.parts.has(name)) await this.remove(name);
    process.off('exit', this.endUnattended);
  }

  /** This process ends without a stop, by an error or `process.exit`: at least asks every part to end. */
  private readonly endUnattended = (): void => {
    for (const part of this.parts.values()) part.askToEnd();
  };
}
