import { counter, gauge } from '@tributary/platform-telemetry';

export const height = gauge({
  name: 'watcher_height',
  help: 'Height of the last block that was read',
  labels: ['chain'],
});

export const head = gauge({ name: 'watcher_head', help: "Height of the node's newest block", labels: ['chain'] });

export const finalizedHeight = gauge({
  name: 'watcher_finalized_height',
  help: 'Height of the newest block of ours that the node calls final',
  labels: ['chain'],
});

export const halted = gauge({ name: 'watcher_halted', help: '1 while the chain is halted, else 0', labels: ['chain'] });

export const reorgs = counter({ name: 'watcher_reorgs_total', help: 'Reorgs that were followed', labels: ['chain'] });

export const transfers = counter({
  name: 'watcher_transfers_total',
  help: 'Transfers that entered a state: seen, confirmed, finalized, reverted',
  labels: ['chain', 'state'],
});

export const nodeErrors = counter({
  name: 'watcher_node_errors_total',
  help: 'Questions to the node that failed, by what went wrong',
  labels: ['chain', 'kind'],
});
