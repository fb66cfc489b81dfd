/** A gate that work passes through: closed, it holds everyone back until it opens. */
export interface PauseGate {
  open(): void;
  close(): void;
  /** Undefined while the gate is open, else a promise for its opening. */
  wait(): Promise<void> | undefined;
}

export function pauseGate(): PauseGate {
  let waiting: Promise<void> | undefined;
  let release = (): void => {};
  return {
    open() {
      release();
      waiting = undefined;
    },
    close() {
      waiting ??= new Promise((resolve) => (release = resolve));
    },
    wait: () => waiting,
  };
}
