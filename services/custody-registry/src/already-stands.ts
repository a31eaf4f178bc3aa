import { Problem } from '@tributary/platform-service';

/** Refuses a duplicate, naming what stands under its key. */
export class AlreadyStands extends Problem {
  /**
   * @param what      the kind of thing, for people
   * @param field     the field of the input that holds its key
   * @param standing  what stands, as the API shows it
   */
  constructor(
    what: string,
    field: string,
    readonly standing: object,
  ) {
    super(409, `${what}-stands`, `This ${what} is registered already; nothing was changed`, [
      { field, reason: `stands as ${JSON.stringify(standing)}` },
    ]);
  }
}
