// Uploaded files in a bucket of S3, or of anything that speaks like it.
export { s3Files } from './files/s3Files.ts';
export type { S3FilesOptions } from './files/s3Files.ts';
export type { BucketCredentials, BucketOptions } from './files/openBucket.ts';
