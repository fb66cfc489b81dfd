import type { StorybookConfig } from '@storybook/react-vite';
import { defaultClientConditions, mergeConfig } from 'vite';

const config: StorybookConfig = {
  stories: ['../packages/{react,sales-sync}/src/**/*.stories.tsx'],
  framework: '@storybook/react-vite',
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      resolve: { conditions: ['importera-source', ...defaultClientConditions] },
      optimizeDeps: {
        entries: [
          'packages/{react,engine}/src/**/*.{ts,tsx}',
          'packages/sales-sync/src/react/**/*',
        ],
      },
    }),
};

export default config;
