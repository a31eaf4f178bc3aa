import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** Leads to a movement of ours: its approvals and attempts. */
export function SweepLink({ flowId, children }: { flowId: string; children: ReactNode }) {
  return (
    <Link to="/sweeps/$flowId" params={{ flowId }}>
      {children}
    </Link>
  );
}
