// @ts-check
// `npm run pack`: the program as a folder, ready to run, in release/. Downloads nothing.

import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureElectron } from './electronRuntime.mjs';
import { projectFolder } from './folders.mjs';
import { runScript } from './runScript.mjs';
import { timed } from './steps.mjs';

await runScript(async () => {
  await ensureDependencies();
  const { folder, version } = await ensureElectron();
  await ensureBuild();

  const { build } = await import('electron-builder');
  await timed('Packing', () =>
    build({
      projectDir: projectFolder,
      dir: true,
      publish: 'never',
      config: {
        extends: join(projectFolder, 'electron-builder.yml'),
        electronDist: folder,
        electronVersion: version,
        // The runtime's own default app is for development.
        afterExtract: ({ appOutDir }) =>
          rm(join(appOutDir, 'resources', 'default_app.asar'), { force: true }),
      },
    }),
  );
  return 0;
});
