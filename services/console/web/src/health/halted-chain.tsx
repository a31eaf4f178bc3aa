import { useState } from 'react';
import { send, type ChainHealth } from '../api';
import { roleRefusal, useMe } from '../identity/session';
import { ActButton } from '../ui/act-button';
import { AskDialog } from '../ui/ask-dialog';
import { WarningIcon } from '../ui/icons';
import { Moment } from '../ui/moment';

/** A chain that took back what was final stands still until an operator, by a recorded word, lets it go on. */
export function HaltedChain({ chain, halted }: { chain: string; halted: NonNullable<ChainHealth['halted']> }) {
  const [isAsked, setAsked] = useState(false);
  const refusal = roleRefusal(useMe(), 'operator');
  return (
    <div className="banner" role="alert">
      <WarningIcon />
      <div>
        <p className="empty-title">
          {chain} is halted at block {halted.height.toLocaleString('en')}, since <Moment at={halted.at} /> UTC
        </p>
        <p>
          {halted.reason} No deposit of this chain is taken until an operator has compared the chain with the books and
          resumes it. {refusal}
        </p>
      </div>
      <ActButton refusal={refusal} onClick={() => setAsked(true)}>
        Resume
      </ActButton>
      {isAsked && (
        <AskDialog
          title={`Resume ${chain}?`}
          verb="Resume"
          field={{ label: 'Reason, recorded for good with your name' }}
          act={(reason) => send(`/chains/${encodeURIComponent(chain)}/resume`, { reason })}
          onClose={() => setAsked(false)}
        >
          <p>
            What left the node&apos;s chain is taken back in the books, newest first, final facts too. Then the chain is
            read on from the last block that both share.
          </p>
        </AskDialog>
      )}
    </div>
  );
}
