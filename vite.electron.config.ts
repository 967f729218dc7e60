import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

// Everything that runs outside the renderer, bundled so that the packed program carries only what it uses.
// The SQLite driver is native code and stays outside the bundles.
export default defineConfig({
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    ssr: true,
    sourcemap: false,
    minify: false,
    rollupOptions: {
      input: {
        main: 'electron/main.ts',
        syncProcess: 'electron/sync/syncProcess.ts',
        cli: 'electron/cli.ts',
      },
      external: ['electron', 'sqlite3', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true, external: ['sqlite3', 'electron'] },
});
