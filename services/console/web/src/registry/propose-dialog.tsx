import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { send } from '../api';
import { queryClient } from '../live/live';
import { Dialog } from '../ui/dialog';
import { AddressForm, ClientForm } from './propose-forms';
import { MandateForm } from './mandate-form';
import type { Change } from './registry-queries';

export const PROPOSALS = { client: 'New client', address: 'New address', mandate: 'Change mandate' } as const;
export type Proposal = keyof typeof PROPOSALS;

const PATHS = { client: '/clients', address: '/addresses', mandate: '/mandates' } as const;

/** Proposes one item; nothing is recorded before another person approves it. */
export function ProposeDialog({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const navigate = useNavigate();
  const proposing = useMutation({
    mutationFn: (item: object) => send<Change>(PATHS[proposal], { items: [item] }),
    onSuccess: ({ changeId }) => {
      void queryClient.invalidateQueries({ queryKey: ['registry'] });
      void navigate({ to: '/approvals', search: { item: `change:${changeId}` } });
    },
  });
  const Form = { client: ClientForm, address: AddressForm, mandate: MandateForm }[proposal];
  return (
    <Dialog title={PROPOSALS[proposal]} onClose={onClose}>
      {(close) => (
        <Form
          onSend={(item) => proposing.mutate(item, { onSuccess: close })}
          end={
            <>
              <p className="note">Nothing is recorded before an approver other than you approves it.</p>
              {proposing.error && (
                <p className="dialog-error" role="alert">
                  {proposing.error.message}
                </p>
              )}
              <div className="dialog-actions">
                <button type="button" className="button" onClick={close}>
                  Back
                </button>
                <button type="submit" className="button primary" disabled={proposing.isPending}>
                  {proposing.isPending ? 'Proposing…' : 'Propose it'}
                </button>
              </div>
            </>
          }
        />
      )}
    </Dialog>
  );
}
