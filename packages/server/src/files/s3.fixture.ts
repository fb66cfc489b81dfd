import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BucketOptions } from './openBucket.ts';

/** It has no types. */
const S3RVER: string = '@20minutes/s3rver';

interface S3Server {
  run(): Promise<{ readonly address: string; readonly port: number }>;
  close(): Promise<void>;
}

/** A real S3-compatible server on this machine, with one empty bucket. */
export async function startS3(): Promise<{
  readonly options: Pick<BucketOptions, 'bucket' | 'credentials' | 'region'>;
  /** Names of all objects. */
  objects(): Promise<readonly string[]>;
  close(): Promise<void>;
}> {
  const { default: Server } = (await import(S3RVER)) as {
    readonly default: new (options: object) => S3Server;
  };
  const directory = await mkdtemp(join(tmpdir(), 'importera-s3-'));
  const server = new Server({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: 'imports' }],
  });
  const { port } = await server.run();
  const bucket = `http://127.0.0.1:${port}/imports`;
  return {
    options: {
      bucket,
      region: 'us-east-1',
      credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    },
    async objects() {
      const { AwsClient } = await import('aws4fetch');
      const client = new AwsClient({
        accessKeyId: 'S3RVER',
        secretAccessKey: 'S3RVER',
        service: 's3',
      });
      const list = await (await client.fetch(`${bucket}?list-type=2`)).text();
      return [...list.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, name = '']) => name);
    },
    async close() {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
