import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { CliError } from '../CliError.ts';

export interface ListenOptions {
  /** 0 takes any free one. */
  readonly port: number;
  readonly host: string;
  readonly fetch: (request: Request) => Promise<Response>;
}

/** A port that is this process's. */
export interface Listener {
  /** What to ask under, without a path. */
  readonly origin: string;
  /** Hangs up on everybody. */
  close(): void;
}

/** @throws {CliError} when the port can not be had, with a word on what to do */
export async function listenOn({ port, host, fetch }: ListenOptions): Promise<Listener> {
  const server = serve({ fetch, port, hostname: host });
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE'
      ? new CliError(portTaken(port), { exitCode: 1 })
      : new CliError(`Cannot listen at ${host}, port ${port}: ${error.message}.`);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    close() {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
    },
  };
}

function portTaken(port: number): string {
  return `Port ${port} is already in use. Is the server running already? Stop what uses the port, or choose another one: --port ${port + 1}`;
}
