import type { Writable } from 'node:stream';
import type { Logger } from '@importera/server';

/** Says each thing as a line of JSON. */
export function lineLogger(to: Writable): Logger {
  const say =
    (level: string): Logger['info'] =>
    (fields, message) =>
      void to.write(
        `${JSON.stringify({ time: new Date().toISOString(), level, ...fields, msg: message })}\n`,
      );
  return { info: say('info'), warn: say('warn'), error: say('error') };
}
