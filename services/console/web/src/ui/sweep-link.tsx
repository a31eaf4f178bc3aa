import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** Leads to a movement of ours: its approvals and attempts. */
export function SweepLink({ flowId, children }: { flowId: string; children: ReactNode }) {
  const { history } = useRouter();
  const href = `/sweeps/${encodeURIComponent(flowId)}`;
  return (
    <a
      href={href}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        history.push(href);
      }}
    >
      {children}
    </a>
  );
}
