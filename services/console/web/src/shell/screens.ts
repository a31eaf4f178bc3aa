import { DepositsIcon, FlowIcon, HealthIcon, LedgerIcon } from '../ui/icons';

/** The screens of the sidebar; `g` and then the key goes there. */
export const SCREENS = [
  { to: '/flow', name: 'Flow', key: 'f', Icon: FlowIcon },
  { to: '/deposits', name: 'Deposits', key: 'd', Icon: DepositsIcon },
  { to: '/ledger', name: 'Ledger', key: 'l', Icon: LedgerIcon },
  { to: '/health', name: 'Health', key: 'h', Icon: HealthIcon },
] as const;
