import { defineConfig } from '@playwright/test';
import { lacksDisplay } from './scripts/display.mjs';

// Starts the real program on a profile of its own for each test; `npm test` prepares Electron and the build.
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000, toPass: { timeout: 10_000 } },
  // Each worker has a screen of its own where it can: on one, windows would take the focus and clipboard from each other.
  workers: lacksDisplay() ? 2 : 1,
  forbidOnly: true,
  // What passes at the second try is listed as flaky, and is to be mended.
  retries: process.env['CI'] === 'true' ? 1 : 0,
  reporter: [['list']],
  use: { screenshot: 'only-on-failure' },
});
