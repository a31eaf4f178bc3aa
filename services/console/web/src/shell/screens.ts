import {
  ApprovalsIcon,
  DepositsIcon,
  FlowIcon,
  HealthIcon,
  LedgerIcon,
  RegistryIcon,
  SweepsIcon,
  TraceIcon,
} from '../ui/icons';

/** The screens of the sidebar; `g` and then the key goes there. A narrow page leaves the `wide` ones to the palette. */
export const SCREENS = [
  { to: '/flow', name: 'Flow', key: 'f', Icon: FlowIcon, wide: false },
  { to: '/trace', name: 'Trace', key: 't', Icon: TraceIcon, wide: true },
  { to: '/deposits', name: 'Deposits', key: 'd', Icon: DepositsIcon, wide: false },
  { to: '/sweeps', name: 'Sweeps', key: 's', Icon: SweepsIcon, wide: false },
  { to: '/approvals', name: 'Approvals', key: 'a', Icon: ApprovalsIcon, wide: false },
  { to: '/ledger', name: 'Ledger', key: 'l', Icon: LedgerIcon, wide: true },
  { to: '/registry', name: 'Registry', key: 'r', Icon: RegistryIcon, wide: true },
  { to: '/health', name: 'Health', key: 'h', Icon: HealthIcon, wide: false },
] as const;
