import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

const external = ['electron', 'sqlite3', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

const build = {
  outDir: 'dist',
  emptyOutDir: false,
  target: 'node20',
  ssr: true,
  sourcemap: false,
  minify: false,
} as const;

// Everything that runs outside the renderer, bundled so that the packed program carries only what it uses.
// The SQLite driver is native code and stays outside the bundles.
export default defineConfig({
  builder: {
    async buildApp(builder) {
      for (const name of ['node', 'preload']) {
        const environment = builder.environments[name];
        if (environment) {
          await builder.build(environment);
        }
      }
    },
  },
  environments: {
    node: {
      resolve: { noExternal: true, external: ['sqlite3', 'electron'] },
      build: {
        ...build,
        rolldownOptions: {
          input: {
            main: 'electron/main.ts',
            syncProcess: 'electron/sync/syncProcess.ts',
            trainingProcess: 'electron/services/training/trainingProcess.ts',
            cli: 'electron/cli.ts',
          },
          external,
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    },
    // A sandboxed preload script can load no module: one CommonJS file.
    preload: {
      build: {
        ...build,
        rolldownOptions: {
          input: 'electron/preload.ts',
          external,
          output: { format: 'cjs', entryFileNames: 'preload.cjs' },
        },
      },
    },
  },
});
