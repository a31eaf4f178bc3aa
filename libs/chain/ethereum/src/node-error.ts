/**
 * What went wrong with a node.
 *
 * - `unreachable`  no answer: connection refused, broken, timed out or an HTTP error
 * - `refused`      a JSON-RPC error
 * - `malformed`    an answer of another form than the JSON-RPC method's
 * - `inconsistent` an answer that its own hashes disprove: the node lies or is broken
 * - `wrong-chain`  the node follows another chain
 * - `moved`        the block left the chain between two questions: ask again
 */
export type NodeErrorCode = 'unreachable' | 'refused' | 'malformed' | 'inconsistent' | 'wrong-chain' | 'moved';

/** A node that cannot be used just now. Retryable: nothing is concluded from it. */
export class NodeError extends Error {
  constructor(
    readonly code: NodeErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A JSON-RPC error, in the node's words. */
export class NodeRefusal extends NodeError {
  constructor(
    method: string,
    readonly rpcCode: number,
    readonly rpcMessage: string,
  ) {
    super('refused', `${method}: the node refuses: ${rpcMessage}`);
  }
}
