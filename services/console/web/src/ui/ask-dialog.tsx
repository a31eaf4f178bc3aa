import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { queryClient } from '../live/live';
import { Dialog } from './dialog';

export interface AskProps {
  title: string;
  /** what happens, and what cannot be undone */
  children?: ReactNode;
  /** the one thing to fill in; without it the dialog only asks to confirm */
  field?: { label: string; pattern?: string; hint?: string };
  verb: string;
  /** @throws {ApiError} its message is shown, and the dialog stays */
  act: (text: string) => Promise<unknown>;
  onClose: () => void;
}

/** Confirms an act, with its reason or its figure where it takes one; what is on the screen is then read anew. */
export function AskDialog({ title, children, field, verb, act, onClose }: AskProps) {
  const [text, setText] = useState('');
  const acting = useMutation({ mutationFn: () => act(text.trim()), onSettled: () => queryClient.invalidateQueries() });
  return (
    <Dialog title={title} onClose={onClose}>
      {(close) => (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            acting.mutate(undefined, { onSuccess: close });
          }}
        >
          {children}
          {field && (
            <label className="dialog-field">
              {field.label}
              <input
                className="field"
                required
                maxLength={300}
                pattern={field.pattern}
                title={field.hint}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
              {field.hint && <span className="note">{field.hint}</span>}
            </label>
          )}
          {acting.error && (
            <p className="dialog-error" role="alert">
              {acting.error.message}
            </p>
          )}
          <div className="dialog-actions">
            <button type="button" className="button" onClick={close}>
              Back
            </button>
            <button type="submit" className="button primary" disabled={acting.isPending}>
              {acting.isPending ? 'Sending…' : verb}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
