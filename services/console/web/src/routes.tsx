import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { RANGES, type DepositFilter, type Range } from './queries';
import { REGISTRY_VIEWS, type FlowSearch, type LedgerSearch, type RegistrySearch, type TraceSearch } from './search';
import { NotFound } from './shell/not-found';
import { Shell } from './shell/shell';
import type { SweepFilter } from './sweeps/sweep-queries';

type Search = Record<string, unknown>;
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/flow', replace: true });
  },
});

const flow = createRoute({
  getParentRoute: () => root,
  path: '/flow',
  validateSearch: (search: Search): FlowSearch => ({
    asset: text(search.asset),
    layer: search.layer === 'entitlement' ? 'entitlement' : undefined,
    range: typeof search.range === 'string' && search.range in RANGES ? (search.range as Range) : undefined,
    source: text(search.source),
    target: text(search.target),
    node: text(search.node),
  }),
  component: lazyRouteComponent(() => import('./flow/flow-screen'), 'FlowScreen'),
});

const deposits = createRoute({
  getParentRoute: () => root,
  path: '/deposits',
  validateSearch: (search: Search): DepositFilter => ({
    assetId: text(search.assetId),
    clientId: text(search.clientId),
    state: text(search.state),
    address: text(search.address),
  }),
  component: lazyRouteComponent(() => import('./deposits/deposits-screen'), 'DepositsScreen'),
});

const deposit = createRoute({
  getParentRoute: () => root,
  path: '/deposits/$transferId',
  component: lazyRouteComponent(() => import('./deposits/deposit-screen'), 'DepositScreen'),
});

const trace = createRoute({
  getParentRoute: () => root,
  path: '/trace',
  validateSearch: (search: Search): TraceSearch => ({
    asset: text(search.asset),
    transferId: text(search.transferId),
    node: search.transferId === undefined ? text(search.node) : undefined,
    direction: search.direction === 'back' || search.direction === 'forward' ? search.direction : undefined,
    lot: Number.isSafeInteger(search.lot) ? (search.lot as number) : undefined,
  }),
  component: lazyRouteComponent(() => import('./trace/trace-screen'), 'TraceScreen'),
});

const ledger = createRoute({
  getParentRoute: () => root,
  path: '/ledger',
  validateSearch: (search: Search): LedgerSearch => ({
    book: text(search.book),
    // An empty prefix is a choice too: all accounts.
    prefix: typeof search.prefix === 'string' ? search.prefix : undefined,
    account: text(search.account),
    entry: text(search.entry),
  }),
  component: lazyRouteComponent(() => import('./ledger/ledger-screen'), 'LedgerScreen'),
});

const health = createRoute({
  getParentRoute: () => root,
  path: '/health',
  component: lazyRouteComponent(() => import('./health/health-screen'), 'HealthScreen'),
});

const sweeps = createRoute({
  getParentRoute: () => root,
  path: '/sweeps',
  validateSearch: (search: Search): SweepFilter => ({
    state: text(search.state),
    kind: text(search.kind),
    assetId: text(search.assetId),
    address: text(search.address),
  }),
  component: lazyRouteComponent(() => import('./sweeps/sweeps-screen'), 'SweepsScreen'),
});

const sweep = createRoute({
  getParentRoute: () => root,
  path: '/sweeps/$flowId',
  component: lazyRouteComponent(() => import('./sweeps/sweep-screen'), 'SweepScreen'),
});

const approvals = createRoute({
  getParentRoute: () => root,
  path: '/approvals',
  validateSearch: (search: Search): { item?: string } => ({
    item: /^(sweep:.+|change:\d+)$/.test(String(search.item)) ? String(search.item) : undefined,
  }),
  component: lazyRouteComponent(() => import('./approvals/approvals-screen'), 'ApprovalsScreen'),
});

const registry = createRoute({
  getParentRoute: () => root,
  path: '/registry',
  validateSearch: (search: Search): RegistrySearch => ({
    view: REGISTRY_VIEWS.find((view) => view === search.view),
    id: text(search.id),
  }),
  component: lazyRouteComponent(() => import('./registry/registry-screen'), 'RegistryScreen'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    flow,
    trace,
    deposits,
    deposit,
    sweeps,
    sweep,
    approvals,
    ledger,
    registry,
    health,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
