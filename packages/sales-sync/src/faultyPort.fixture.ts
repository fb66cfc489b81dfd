/** Where a run is hit: the how manieth call to a port or the store, and how. */
export interface Fault {
  readonly call: number;
  /**
   * `crash-…`: from then on nothing answers, as if the process died, with the call done (`after`) or not (`before`).
   * `refuse-…`: this call alone is refused for good, though in `after` it was done.
   */
  readonly kind: 'crash-before' | 'crash-after' | 'refuse-before' | 'refuse-after';
}

/** Counts the calls of a run, and hits it where told. */
export interface Hazard {
  calls: number;
  writes: number;
  dead: boolean;
  fault: Fault | null;
}

const WRITES: ReadonlySet<string> = new Set(['create', 'createDeal', 'updateDeal', 'saveProduct']);

/** The port with its asynchronous methods made dangerous. */
export function faultyPort<T extends object>(port: T, hazard: Hazard): T {
  return new Proxy(port, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]): Promise<unknown> => {
        const call = async (): Promise<unknown> => Reflect.apply(method, target, args);
        if (WRITES.has(String(name))) hazard.writes += 1;
        return exposed(call, hazard);
      };
    },
  });
}

async function exposed(call: () => Promise<unknown>, hazard: Hazard): Promise<unknown> {
  if (hazard.dead) throw crash();
  hazard.calls += 1;
  const hit = hazard.fault?.call === hazard.calls ? hazard.fault.kind : null;
  hazard.dead = hit?.startsWith('crash') === true;
  if (hit?.endsWith('before') === true) throw failure(hazard);
  const result = await call();
  if (hit?.endsWith('after') === true) throw failure(hazard);
  return result;
}

function failure({ dead }: Hazard): Error {
  return dead ? crash() : new Error('Refused.');
}

function crash(): Error {
  return Object.assign(new Error('Gone.'), { transient: true });
}
