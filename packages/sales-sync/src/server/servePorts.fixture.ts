import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Port = Readonly<Record<string, unknown>>;

/** Ports served to other processes: `POST /crm/createDeal` with the arguments as a JSON list. */
export async function servePorts(
  ports: Readonly<Record<string, object>>,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const [, port = '', method = ''] = (request.url ?? '').split('/');
    const call = (ports[port] as Port)[method] as (...args: unknown[]) => Promise<unknown>;
    const result = await call(...(JSON.parse(Buffer.concat(parts).toString()) as unknown[]));
    // A system elsewhere takes its time: long enough that a process dies in the middle of something.
    await new Promise((resolve) => setTimeout(resolve, 3));
    response.end(JSON.stringify(result ?? null));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A port served by `servePorts`. */
export function remotePort(url: string): object {
  return new Proxy(
    {},
    {
      get: (_, method) =>
        // A port is no promise, though this proxy is asked whether it is.
        method === 'then'
          ? undefined
          : async (...args: unknown[]): Promise<unknown> => {
              const plain = args.filter(
                (arg) => typeof arg !== 'object' || arg === null || !('signal' in arg),
              );
              const body = JSON.stringify(plain);
              const response = await fetch(`${url}/${String(method)}`, { method: 'POST', body });
              return response.json();
            },
    },
  );
}
