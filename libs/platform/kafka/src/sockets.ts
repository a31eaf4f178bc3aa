import { connect as connectTcp, Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';

/** What kafkajs asks of a socket factory. */
interface SocketRequest {
  readonly host: string;
  readonly port: number;
  readonly ssl?: ConnectionOptions;
  readonly onConnect: () => void;
}

/**
 * The connections of one client, which can be ended for good. A stop of kafkajs that meets a rejoin or a restart can
 * leave a member behind that nobody holds; without a connection that cannot live on.
 */
export class Sockets {
  private readonly open = new Set<Socket>();
  private ended = false;

  readonly factory = ({ host, port, ssl, onConnect }: SocketRequest): Socket => {
    if (this.ended) return new Socket().destroy(new Error('This Kafka client was stopped'));
    const socket = ssl
      ? connectTls({ host, port, ...(host ? { servername: host } : {}), ...ssl }, onConnect)
      : connectTcp({ host, port }, onConnect);
    socket.setKeepAlive(true, 60_000);
    this.open.add(socket);
    socket.once('close', () => this.open.delete(socket));
    return socket;
  };

  /** Breaks the connections there are, and any made from now on. */
  end(): void {
    this.ended = true;
    for (const socket of this.open) socket.destroy();
  }
}
