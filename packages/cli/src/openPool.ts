import type { Pool } from 'pg';

export function isPostgres(address: string): boolean {
  return /^postgres(ql)?:\/\//.test(address);
}

/** Connections to a Postgres, made when they are needed. The driver is loaded only when asked for. */
export async function openPool(address: string, max = 10): Promise<Pool> {
  const { default: pg } = await import('pg');
  return new pg.Pool({ connectionString: address, connectionTimeoutMillis: 10_000, max });
}
