import type { ServerDatabase } from '@importera/server';
import type { Hono } from 'hono';
import type { Person } from './Person.ts';

/** What a scenario's work behind the pages is given. */
export interface BackgroundHost {
  readonly database: ServerDatabase;
  /** Whether this process works, or leaves it to others. */
  readonly work: boolean;
  /** Where files may be kept beside the database; null keeps nothing. */
  readonly folder: string | null;
  readonly signedIn: (request: Request) => Person | null;
}

/** Work that was begun. */
export interface Background {
  /** Its API, under `/api/<path>/own`, for people who are signed in. */
  readonly routes: Hono;
  stop(): Promise<void>;
}
