import { Injectable } from '@nestjs/common';
import { Problem } from '@tributary/platform-service';
import type { ChangeRow } from './store/change-row';

/** Lets a change be decided by a second person alone, and on no other reading of it than what stands. */
@Injectable()
export class FourEyes {
  /** @param digest  of what the checker has read; left out where that does not matter */
  refusal(change: ChangeRow, checker: string, digest = change.digest): Problem | undefined {
    if (checker === change.maker) {
      return new Problem(403, 'own-change', 'You proposed this change yourself: another approver must decide on it');
    }
    if (digest !== change.digest) {
      const reason = `is not ${change.digest}: read the change again, then approve what it says now`;
      return new Problem(409, 'digest-changed', 'The change is not the one that you read; nothing was recorded', [
        { field: 'body.digest', reason },
      ]);
    }
    return undefined;
  }
}
