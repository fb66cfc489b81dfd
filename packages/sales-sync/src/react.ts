// The settings screen: ready-made, or its behaviour alone.
export { SalesSyncSettings } from './react/SalesSyncSettings.tsx';
export type { SalesSyncSettingsProps } from './react/SalesSyncSettings.tsx';
export { salesSyncClient } from './react/SalesSyncClient.ts';
export type { SalesSyncClient, SalesSyncClientOptions } from './react/SalesSyncClient.ts';
export { useSalesSync } from './react/useSalesSync.ts';
export type { PreviewState, SalesSyncScreen } from './react/useSalesSync.ts';
export { en } from './react/en.ts';
export type { SyncLocale, SyncTexts } from './react/en.ts';
